using OpenCvSharp;
using PdnColorize.Datasets.LineExtraction;

namespace PdnColorize.Datasets.Tests.LineExtraction;

public class LineRecipesTests
{
    [Fact]
    public void Choose_ManyKeys_UsesAllExtractorsAndMixes()
    {
        string[] names = [.. Keys().SelectMany(key => LineRecipes.Choose(2, 5, key)).Select(recipe => recipe.Extractor.Name)];

        foreach (string kind in new[] { "article", "xdog", "adaptive", "dodge", "gradient" })
            Assert.Contains(names, name => name.StartsWith(kind, StringComparison.Ordinal));
        Assert.InRange(names.Count(name => name.Contains('+', StringComparison.Ordinal)) / (double)names.Length, 0.2, 0.4);
    }

    [Fact]
    public void Choose_OnePicture_GivesDifferentKinds()
    {
        foreach (string key in Keys())
        {
            string[] kinds = [.. LineRecipes.Choose(4, 5, key).Select(recipe => recipe.Extractor.Name.Split('-')[0])];
            Assert.Equal(4, kinds.Distinct().Count());
        }
    }

    [Fact]
    public void Choose_SameSeed_SameRecipes_OtherSeed_Others()
    {
        string[] Names(ulong seed) => [.. Keys().SelectMany(key => LineRecipes.Choose(2, seed, key)).Select(recipe => $"{recipe.Extractor.Name} {recipe.Smoothing}")];

        Assert.Equal(Names(1), Names(1));
        Assert.NotEqual(Names(1), Names(2));
    }

    [Fact]
    public void Draw_TexturedGround_SmoothsUntilTheDrawingIsLight()
    {
        using Mat picture = TestPictures.Disc();
        Random random = new(1);
        for (int y = 0; y < picture.Height; y++)
        {
            foreach (ref Vec3b pixel in picture.RowSpan<Vec3b>(y))
            {
                double share = 0.82 + (0.18 * random.NextDouble());
                pixel = new Vec3b((byte)(pixel.Item0 * share), (byte)(pixel.Item1 * share), (byte)(pixel.Item2 * share));
            }
        }

        using SmoothedPicture smoothed = new(picture);
        ArticleExtractor extractor = new(3);

        using Mat unsmoothed = extractor.Extract(picture);
        using Mat lines = new LineRecipe(extractor, 0, Completes: false).Draw(smoothed);

        Assert.InRange(LineRecipe.Ink(unsmoothed), 0.085, 1);
        Assert.InRange(LineRecipe.Ink(lines), 0.01, 0.085);
        // The outline of the disc must survive: it crosses the middle row 53 pixels left of the centre.
        Assert.True(Enumerable.Range(44, 7).Min(x => lines.Get<byte>(80, x)) < 64);
    }

    private static IEnumerable<string> Keys() => Enumerable.Range(0, 200).Select(number => $"picture {number}");
}
