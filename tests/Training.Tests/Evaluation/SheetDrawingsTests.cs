using PdnColorize.Training.Evaluation;
using PdnColorize.Training.Evaluation.Pictures;

namespace PdnColorize.Training.Tests.Evaluation;

public sealed class SheetDrawingsTests
{
    private static readonly ListedPicture[] Pictures =
    [
        .. Listed("a", 5, trueLines: false), .. Listed("b", 5, trueLines: false), .. Listed("c", 1, trueLines: false), .. Listed("pairs", 4, trueLines: true),
    ];

    [Fact]
    public void Choose_EnoughPictures_MixesKindsAndSourcesWithoutRepeating()
    {
        IReadOnlyList<(ListedPicture Picture, LineKind Kind)> chosen = SheetDrawings.Choose(Pictures, LineKinds.All, 12);

        Assert.Equal(12, chosen.Select(drawing => drawing.Picture.Key).Distinct().Count());
        Assert.All(LineKinds.All, kind => Assert.Equal(2, chosen.Count(drawing => drawing.Kind == kind)));
        Assert.Equal(["a", "b", "c", "pairs"], chosen.Select(drawing => drawing.Picture.Source).Distinct().Order());
        Assert.All(chosen, drawing => Assert.True(drawing.Picture.CanBe(drawing.Kind)));
        Assert.Equal(chosen, SheetDrawings.Choose(Pictures, LineKinds.All, 12));
    }

    [Fact]
    public void Choose_FewPictures_ShowsThemWithSeveralLines()
    {
        IReadOnlyList<(ListedPicture Picture, LineKind Kind)> chosen = SheetDrawings.Choose([Pictures[0]], LineKinds.All, 40);

        Assert.Equal([LineKind.Own, LineKind.Foreign, LineKind.Weak, LineKind.Middle, LineKind.Strong], chosen.Select(drawing => drawing.Kind));
    }

    private static IEnumerable<ListedPicture> Listed(string source, int count, bool trueLines) =>
        Enumerable.Range(0, count).Select(i => DrawnEvaluation.Listed(source, $"{source}/{i}", trueLines));
}
