using PdnColorize.Training.Evaluation;
using PdnColorize.Training.Evaluation.Lines;

namespace PdnColorize.Training.Tests.Evaluation;

public sealed class LineDegradationTests
{
    private const int Side = 256;

    [Fact]
    public void Apply_SameSeed_GivesTheSameBytes()
    {
        byte[] lines = Grid();

        byte[] once = LineDegradation.Of(LineKind.Middle).Apply(lines, Side, 7);

        Assert.Equal(once, LineDegradation.Of(LineKind.Middle).Apply(lines, Side, 7));
        Assert.NotEqual(once, LineDegradation.Of(LineKind.Middle).Apply(lines, Side, 8));
        Assert.Equal(Grid(), lines);
    }

    [Fact]
    public void Apply_StrongerKinds_LeaveLessInk()
    {
        byte[] lines = Grid();
        // Ink that is left of each pixel of line: the mean over the grid's pixels.
        double[] left = [.. LineKinds.Degraded.Select(kind => Left(LineDegradation.Of(kind).Apply(lines, Side, 3)))];

        Assert.InRange(left[0], 0.6, 0.95);
        Assert.InRange(left[1], 0.4, left[0] - 0.08);
        Assert.InRange(left[2], 0.1, left[1] - 0.08);

        double Left(byte[] pixels) => Enumerable.Range(0, pixels.Length).Where(i => lines[i] == 0).Average(i => (255 - pixels[i]) / 255.0);
    }

    [Fact]
    public void Apply_StrongerKinds_BreakMoreOfALine()
    {
        byte[] lines = Grid();
        // Pixels on lines where next to nothing is left: gaps, and the faintest patches.
        int[] broken = [.. LineKinds.Degraded.Select(kind => LineDegradation.Of(kind).Apply(lines, Side, 3).Index().Count(pixel => lines[pixel.Index] == 0 && pixel.Item > 215))];

        Assert.True(broken[0] > 0);
        Assert.True(broken[1] > 2 * broken[0], $"{broken[1]} and {broken[0]}");
        Assert.True(broken[2] > 2 * broken[1], $"{broken[2]} and {broken[1]}");
    }

    [Fact]
    public void Apply_Paper_GetsNoiseOfTheStatedDeviation()
    {
        byte[] paper = new byte[Side * Side];
        Array.Fill(paper, (byte)255);

        byte[] noisy = LineDegradation.Of(LineKind.Middle).Apply(paper, Side, 5);

        // Half of a normal distribution of deviation 8, cut off at white: its mean square is half of 64.
        Assert.InRange(Math.Sqrt(noisy.Average(value => (255.0 - value) * (255 - value))), Math.Sqrt(32) * 0.95, Math.Sqrt(32) * 1.05);
    }

    [Fact]
    public void Of_CleanLines_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => LineDegradation.Of(LineKind.Own));

    /// <summary>Black lines of 4 pixels, 32 apart.</summary>
    private static byte[] Grid() => [.. Enumerable.Range(0, Side * Side).Select(i => (byte)(i % Side % 32 < 4 || i / Side % 32 < 4 ? 0 : 255))];
}
