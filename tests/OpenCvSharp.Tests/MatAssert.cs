namespace OpenCvSharp.Tests;

internal static class MatAssert
{
    /// <summary>Size, type and all pixels are the same, but for rounding in real numbers.</summary>
    public static void Same(Mat expected, Mat actual)
    {
        Assert.Equal(expected.Size(), actual.Size());
        Assert.Equal(expected.Type(), actual.Type());
        var tolerance = expected.Type().IsInteger ? 0 : 1e-5 * Math.Max(1, Cv2.Norm(expected, NormTypes.INF));
        Assert.InRange(Cv2.Norm(expected, actual, NormTypes.INF), 0, tolerance);
    }
}
