using PdnColorize.Datasets;
using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Tests.Samples;

public sealed class PictureSourceTests
{
    [Fact]
    public void MixedPictures_AQuarterFromTheSecond_IsAQuarterOfTheSamples()
    {
        MixedPictures pictures = new(new DrawnPictures(4), new DrawnPictures(30, [.. Enumerable.Repeat(3f, 30)]) { Fingerprint = "base" }, 0.25);
        SampleOrder order = new(pictures, seed: 1, batch: 8);

        int[] drawn = [.. Enumerable.Range(0, 500).SelectMany(step => Enumerable.Range(0, 8).Select(place => order.PictureAt(step, place)))];

        // Each of the eight places has its own part of the weights, so two of them are the second's in every step.
        Assert.Equal(0.25, drawn.Count(index => index >= 4) / 4000.0, tolerance: 0.001);
        Assert.Equal(34, drawn.Distinct().Count());
        Assert.Equal("drawn/2", pictures.Read(6).Key);
        Assert.Equal("drawn+base", pictures.Fingerprint);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(9, 1)]
    [InlineData(40, 4)]
    public void SplitFew_OfSoManyPictures_HoldsATenthBackButAtLeastOne(int count, int heldOut)
    {
        DrawnPictures all = new(count);

        (SubsetPictures training, SubsetPictures validation) = SubsetPictures.SplitFew(all);

        Assert.Equal((count - heldOut, heldOut), (training.Count, validation.Count));
        IEnumerable<string> keys = Enumerable.Range(0, training.Count).Select(i => training.FactsOf(i).Key).Concat(Enumerable.Range(0, heldOut).Select(i => validation.FactsOf(i).Key));
        Assert.Equal(count, keys.Distinct().Count());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(12)]
    [InlineData(60)]
    public void Split_OfSoManyGroups_HoldsSomeBackAndNoGroupOnBothSides(int groups)
    {
        // Folders of several names each: whichever of them a hash holds out, there is always something on both sides.
        foreach (string year in (string[])["2019", "sketches", "commissions", "blog"])
        {
            NamedPictures all = new([.. Enumerable.Range(0, 120).Select(i => $"{year} {i % groups}")]);

            (SubsetPictures training, SubsetPictures validation) = SubsetPictures.Split(all);

            Assert.True(validation.Count > 0 && training.Count > validation.Count, $"{groups} groups: {training.Count} and {validation.Count}");
            Assert.Equal(120, training.Count + validation.Count);
            if (groups < 5) continue;
            string[] names = [.. Enumerable.Range(0, training.Count).Select(i => training.FactsOf(i).Group)];
            Assert.DoesNotContain(Enumerable.Range(0, validation.Count), i => names.Contains(validation.FactsOf(i).Group));
        }
    }

    [Fact]
    public void SplitFew_OfOnePicture_IsRefused() =>
        Assert.Contains("too few", Assert.Throws<TrainingException>(() => SubsetPictures.SplitFew(new DrawnPictures(1))).Message, StringComparison.Ordinal);

    /// <summary>Pictures that are never read, of these groups.</summary>
    private sealed class NamedPictures(string[] groups) : IPictureSource
    {
        public int Count => groups.Length;

        public string Fingerprint => "named";

        public PictureFacts FactsOf(int index) => new($"{groups[index]}/{index}", groups[index], 1, 96, 96);

        public TrainingPair Read(int index) => throw new NotSupportedException();
    }
}
