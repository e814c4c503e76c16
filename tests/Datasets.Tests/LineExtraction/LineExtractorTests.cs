using OpenCvSharp;
using PdnColorize.Datasets.LineExtraction;
using PdnColorize.Tests.Shared;

namespace PdnColorize.Datasets.Tests.LineExtraction;

/// <summary>Against what Python's OpenCV computes: fixtures/make_fixtures.py.</summary>
public class LineExtractorTests
{
    // XDoG looks its shades up in steps of 1/1000, at a slope of 25 x 255: half a step is 3.2 levels. The others round once or twice.
    [Theory]
    [InlineData("article3", 0)]
    [InlineData("article5", 0)]
    [InlineData("xdog05", 4)]
    [InlineData("xdog10", 4)]
    [InlineData("adaptive9", 0)]
    [InlineData("dodge2", 1)]
    [InlineData("gradient3", 0)]
    [InlineData("mixed", 3)]
    public void Extract_FixturePicture_EqualsPythonOpenCv(string name, int tolerance)
    {
        using NumpyArchive archive = new("line-art.npz");
        using Mat picture = archive.Read("picture");
        using Mat expected = archive.Read(name);

        using Mat actual = Create(name).Extract(picture);

        Assert.Equal(expected.Size(), actual.Size());
        using Mat difference = new();
        Cv2.Absdiff(expected, actual, difference);
        Cv2.MinMaxLoc(difference, out _, out double greatest);
        Assert.InRange(greatest, 0, tolerance);
        // A fixture without lines, or all lines, would show nothing.
        Assert.InRange(LineRecipe.Ink(expected), 0.01, 0.5);
    }

    [Fact]
    public void Extract_ColorsOfOneBrightness_GradientAloneSeesTheEdge()
    {
        // Red and green with the same grey: 0.299 x 200 = 0.587 x 102.
        using Mat picture = new(60, 80, MatType.CV_8UC3, new Scalar(0, 0, 200));
        using (Mat right = picture[new Rect(40, 0, 40, 60)]) right.SetTo(new Scalar(0, 102, 0));

        using Mat gradient = new GradientExtractor(3).Extract(picture);
        using Mat article = new ArticleExtractor(3).Extract(picture);

        Assert.True(gradient.Get<byte>(30, 40) < 30);
        Assert.Equal(255, article.Get<byte>(30, 40));
    }

    [Fact]
    public void Add_EdgeWithoutLine_DrawsItOnlyWhereNoLineIsNear()
    {
        using Mat picture = new(60, 80, MatType.CV_8UC3, new Scalar(0, 0, 200));
        using (Mat right = picture[new Rect(40, 0, 40, 60)]) right.SetTo(new Scalar(0, 102, 0));
        using Mat lines = new(60, 80, MatType.CV_8UC1, Scalar.All(255));
        Cv2.Line(lines, new Point(38, 0), new Point(38, 20), Scalar.All(0));

        OutlineCompletion.Add(lines, picture);

        Assert.True(lines.Get<byte>(50, 40) < 30);
        Assert.Equal(255, lines.Get<byte>(10, 40));
        Assert.Equal(255, lines.Get<byte>(50, 20));
    }

    [Fact]
    public void Remove_SpecksAndLines_TakesTheSpecksAlone()
    {
        using Mat lines = new(50, 50, MatType.CV_8UC1, Scalar.All(255));
        Cv2.Rectangle(lines, new Rect(5, 5, 3, 3), Scalar.All(0), -1);
        Cv2.Line(lines, new Point(10, 40), new Point(30, 40), Scalar.All(0));

        Specks.Remove(lines);

        Assert.Equal(255, lines.Get<byte>(6, 6));
        Assert.Equal(0, lines.Get<byte>(40, 20));
    }

    private static ILineExtractor Create(string name) => name switch
    {
        "article3" => new ArticleExtractor(3),
        "article5" => new ArticleExtractor(5),
        "xdog05" => new XdogExtractor(0.5),
        "xdog10" => new XdogExtractor(1.0),
        "adaptive9" => new AdaptiveExtractor(9, 6),
        "dodge2" => new DodgeExtractor(2),
        "gradient3" => new GradientExtractor(3),
        _ => new MixedExtractor(new ArticleExtractor(3), new XdogExtractor(0.5), 0.4),
    };
}
