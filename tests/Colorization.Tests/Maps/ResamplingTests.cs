using OpenCvSharp;
using PdnColorize.Colorization.Maps;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Tests.Maps;

/// <summary>Sizes of maps, against OpenCV's resize.</summary>
public sealed class ResamplingTests
{
    [Theory]
    [InlineData(200, 150, 64, 48)]
    [InlineData(200, 150, 100, 75)]
    [InlineData(192, 96, 64, 32)]
    [InlineData(201, 77, 200, 76)]
    [InlineData(90, 60, 90, 30)]
    [InlineData(67, 45, 1, 1)]
    public void Area_Grey_IsTheMeanThatOpenCvGives(int width, int height, int toWidth, int toHeight)
    {
        Plane<byte> source = RandomMaps.Grey(width, height, seed: 1);
        Plane<byte> expected = new(toWidth, toHeight);
        using Mat from = RandomMaps.Wrap(source);
        using Mat to = RandomMaps.Wrap(expected);
        Cv2.Resize(from, to, to.Size(), 0, 0, InterpolationFlags.Area);

        // A mean between two whole numbers may be rounded to either.
        AssertClose(expected, Resampling.Run(source, AxisWeights.Area(width, toWidth), AxisWeights.Area(height, toHeight)), 1, 0.3);
    }

    [Theory]
    [InlineData(64, 48, 200, 150)]
    [InlineData(33, 70, 99, 70)]
    [InlineData(1, 1, 5, 7)]
    [InlineData(50, 40, 100, 80)]
    public void Linear_Grey_IsWhatOpenCvGives(int width, int height, int toWidth, int toHeight)
    {
        Plane<byte> source = RandomMaps.Grey(width, height, seed: 2);
        Plane<byte> expected = new(toWidth, toHeight);
        using Mat from = RandomMaps.Wrap(source);
        using Mat to = RandomMaps.Wrap(expected);
        Cv2.Resize(from, to, to.Size(), 0, 0, InterpolationFlags.Linear);

        // OpenCV computes with weights of 11 bits here.
        AssertClose(expected, Resampling.Run(source, AxisWeights.Linear(width, toWidth), AxisWeights.Linear(height, toHeight)), 1, 0.1);
    }

    [Theory]
    [InlineData(1, false, 24, 17, 300, 200)]
    [InlineData(3, false, 40, 30, 97, 61)]
    [InlineData(4, false, 32, 32, 128, 128)]
    [InlineData(4, false, 70, 50, 31, 29)] // linear also when it shrinks
    [InlineData(3, true, 120, 90, 50, 40)]
    [InlineData(3, true, 128, 64, 32, 16)]
    [InlineData(3, true, 30, 40, 90, 120)]
    public void Run_Values_AreWhatOpenCvGives(int channels, bool area, int width, int height, int toWidth, int toHeight)
    {
        float[] source = RandomMaps.Values(width * height * channels, seed: 3);
        float[] expected = new float[toWidth * toHeight * channels];
        using Mat from = Mat.FromPixelData(height, width, MatType.MakeType(MatType.CV_32F, channels), source);
        using Mat to = Mat.FromPixelData(toHeight, toWidth, MatType.MakeType(MatType.CV_32F, channels), expected);
        Cv2.Resize(from, to, to.Size(), 0, 0, area && toWidth < width ? InterpolationFlags.Area : InterpolationFlags.Linear);
        Func<int, int, AxisWeights> weights = area ? AxisWeights.Area : AxisWeights.Linear;

        float[] actual = Resampling.Run(source, width, channels, weights(width, toWidth), weights(height, toHeight));

        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++) Assert.InRange(actual[i] - expected[i], -2e-3f, 2e-3f);
    }

    [Theory]
    [InlineData(7, 3)]
    [InlineData(1000, 333)]
    [InlineData(16384, 512)]
    [InlineData(5, 9)]
    public void Weights_OfAnyPlace_AddUpToOneWithinTheAxis(int from, int to)
    {
        foreach (AxisWeights weights in (AxisWeights[])[AxisWeights.Area(from, to), AxisWeights.Linear(from, to)])
        {
            for (int i = 0; i < to; i++)
            {
                Assert.InRange(weights.First[i], 0, from - weights.Count);
                float sum = 0;
                foreach (float share in weights.Shares.Slice(i * weights.Count, weights.Count)) sum += share;
                Assert.InRange(sum, 0.998f, 1.0001f);
            }
        }
    }

    private static void AssertClose(Plane<byte> expected, Plane<byte> actual, int tolerance, double mean)
    {
        Assert.Equal((expected.Width, expected.Height), (actual.Width, actual.Height));
        for (int i = 0; i < expected.Length; i++) Assert.InRange(actual.Data[i] - expected.Data[i], -tolerance, tolerance);
        Assert.InRange(expected.Data.Zip(actual.Data, (a, b) => Math.Abs(a - b)).Average(), 0, mean);
    }
}
