using OpenCvSharp;
using PdnColorize.Training.Evaluation.Lines;

namespace PdnColorize.Training.Tests.Evaluation;

public sealed class ForeignExtractorTests
{
    private const int Side = 96;

    [Fact]
    public void Extract_DarkStroke_IsAThinLineAlongItsMiddle()
    {
        // A black stroke of 6 columns, 45 to 50, on white.
        byte[] lines = Extract((x, _) => x is >= 45 and < 51 ? new Vec3b(0, 0, 0) : new Vec3b(255, 255, 255));

        for (int y = 20; y < 76; y++)
        {
            int[] ink = [.. Enumerable.Range(0, Side).Where(x => lines[(y * Side) + x] < 200)];
            Assert.InRange(ink.Length, 1, 3);
            Assert.All(ink, x => Assert.InRange(x, 46, 49));
        }
    }

    [Fact]
    public void Extract_TwoColors_AreParted()
    {
        byte[] lines = Extract((x, _) => x < 48 ? new Vec3b(60, 60, 220) : new Vec3b(220, 60, 60));

        int[] ink = [.. Enumerable.Range(0, Side).Where(x => lines[(48 * Side) + x] < 200)];
        Assert.NotEmpty(ink);
        Assert.All(ink, x => Assert.InRange(x, 45, 50));
    }

    [Fact]
    public void Extract_FaintEdge_IsFaint()
    {
        byte[] strong = Extract((x, _) => x < 48 ? new Vec3b(60, 60, 60) : new Vec3b(220, 220, 220));
        byte[] faint = Extract((x, _) => x < 48 ? new Vec3b(170, 170, 170) : new Vec3b(220, 220, 220));

        Assert.InRange(faint.Skip(48 * Side).Take(Side).Min(), strong.Skip(48 * Side).Take(Side).Min() + 60, 254);
    }

    [Fact]
    public void Extract_FlatPaper_IsWhite() => Assert.All(Extract((_, _) => new Vec3b(230, 240, 250)), value => Assert.Equal(255, value));

    private static byte[] Extract(Func<int, int, Vec3b> color)
    {
        using Mat picture = new(Side, Side, MatType.CV_8UC3);
        for (int y = 0; y < Side; y++)
            for (int x = 0; x < Side; x++) picture.Set(y, x, color(x, y));
        using Mat lines = new ForeignExtractor().Extract(picture);
        Assert.True(lines.GetArray(out byte[] pixels));
        return pixels;
    }
}
