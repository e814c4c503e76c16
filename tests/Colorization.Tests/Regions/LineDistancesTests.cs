using OpenCvSharp;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;
using PdnColorize.Colorization.Tests.Maps;

namespace PdnColorize.Colorization.Tests.Regions;

/// <summary>Distances to lines.</summary>
public sealed class LineDistancesTests
{
    private const byte PaperAbove = 176;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 40)]
    [InlineData(40, 1)]
    [InlineData(67, 33)]
    [InlineData(130, 90)]
    public void ToNearestInk_SomeInk_IsTheLeastOfAllDistances(int width, int height)
    {
        for (int seed = 0; seed < 5; seed++)
        {
            Random random = new(seed);
            Plane<byte> lines = new(width, height);
            Array.Fill(lines.Data, (byte)255);
            List<(int X, int Y)> ink = [];
            for (int i = 0; i <= width * height / 150; i++)
            {
                ink.Add((random.Next(width), random.Next(height)));
                lines[ink[^1].X, ink[^1].Y] = (byte)random.Next(PaperAbove + 1);
            }

            float[] distances = LineDistances.ToNearestInk(lines, PaperAbove);

            for (int i = 0; i < distances.Length; i++)
            {
                int x = i % width;
                int y = i / width;
                Assert.Equal((float)Math.Sqrt(ink.Min(at => ((at.X - x) * (at.X - x)) + ((at.Y - y) * (at.Y - y)))), distances[i]);
            }
        }
    }

    [Fact]
    public void ToNearestInk_Drawing_IsWhatOpenCvCallsPrecise()
    {
        Plane<byte> lines = RandomMaps.Grey(400, 300, seed: 7);
        float[] expected = new float[lines.Length];
        using Mat source = RandomMaps.Wrap(lines);
        using Mat paper = new();
        Cv2.Threshold(source, paper, PaperAbove, 255, ThresholdTypes.Binary);
        using Mat result = Mat.FromPixelData(lines.Height, lines.Width, MatType.CV_32FC1, expected);
        Cv2.DistanceTransform(paper, result, DistanceTypes.L2, DistanceTransformMasks.Precise);

        float[] distances = LineDistances.ToNearestInk(lines, PaperAbove);

        for (int i = 0; i < expected.Length; i++) Assert.InRange(distances[i] - expected[i], -1e-4f, 1e-4f);
    }

    [Fact]
    public void ToNearestInk_NoInk_IsFartherThanAnyPictureIsLarge()
    {
        Plane<byte> lines = new(30, 20);
        Array.Fill(lines.Data, (byte)(PaperAbove + 1));

        Assert.All(LineDistances.ToNearestInk(lines, PaperAbove), distance => Assert.True(distance > 2 * PictureLimits.MaxSide));
    }

    [Fact]
    public void ToNearestInk_LargestSides_DoNotOverflow()
    {
        Plane<byte> lines = new(PictureLimits.MaxSide, 2);
        Array.Fill(lines.Data, (byte)255);
        lines[0, 0] = 0;

        float[] distances = LineDistances.ToNearestInk(lines, PaperAbove);

        Assert.Equal(PictureLimits.MaxSide - 1, distances[PictureLimits.MaxSide - 1]);
    }
}
