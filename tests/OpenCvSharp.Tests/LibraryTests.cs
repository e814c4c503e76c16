namespace OpenCvSharp.Tests;

public sealed class LibraryTests
{
    [Fact]
    public void GetVersionString_Library_IsOpenCV4() => Assert.StartsWith("4.", Cv2.GetVersionString(), StringComparison.Ordinal);

    [Fact]
    public void GetBuildInformation_Library_NamesItsCodecs() =>
        Assert.Contains("PNG", Cv2.GetBuildInformation(), StringComparison.Ordinal);

    [Fact]
    public void SetNumThreads_One_IsRead()
    {
        var before = Cv2.GetNumThreads();
        Cv2.SetNumThreads(1);
        Assert.Equal(1, Cv2.GetNumThreads());
        Cv2.SetNumThreads(before);
    }

    [Fact]
    public void GetLogLevel_AtFirst_IsSilent()
    {
        if (Environment.GetEnvironmentVariable("OPENCV_LOG_LEVEL") is null)
            Assert.Equal(LogLevel.SILENT, Cv2.GetLogLevel());
    }

    [Fact]
    public void MinMaxLoc_KnownPixels_FindsThem()
    {
        using var mat = new Mat(3, 4, MatType.CV_32FC1, Scalar.All(1));
        mat.Set(2, 1, -3f);
        mat.Set(0, 3, 8f);
        Cv2.MinMaxLoc(mat, out var least, out var most, out var leastAt, out var mostAt);
        Assert.Equal((-3.0, 8.0, new Point(1, 2), new Point(3, 0)), (least, most, leastAt, mostAt));
    }

    [Fact]
    public void Mean_Mask_CountsThosePixels()
    {
        using var mat = Mat.FromPixelData(1, 3, MatType.CV_8UC1, new byte[] { 10, 20, 90 });
        using var mask = Mat.FromPixelData(1, 3, MatType.CV_8UC1, new byte[] { 1, 1, 0 });
        Assert.Equal(15, Cv2.Mean(mat, mask).Val0);
        Assert.Equal(40, Cv2.Mean(mat).Val0);
        Assert.Equal(3, Cv2.CountNonZero(mat));
        Cv2.MeanStdDev(mat, out Scalar mean, out Scalar deviation, mask);
        Assert.Equal((15.0, 5.0), (mean.Val0, deviation.Val0));
    }

    [Fact]
    public void Otsu_TwoLevels_ReturnsThresholdBetweenThem()
    {
        using var mat = Mat.FromPixelData(1, 4, MatType.CV_8UC1, new byte[] { 20, 20, 200, 200 });
        using var target = new Mat();
        Assert.InRange(Cv2.Threshold(mat, target, 0, 255, ThresholdTypes.Binary | ThresholdTypes.Otsu), 20, 199);
        Assert.Equal(2, Cv2.CountNonZero(target));
    }

    [Fact]
    public void FloodFill_WithoutMask_ReturnsAreaAndBounds()
    {
        using var mat = new Mat(5, 6, MatType.CV_8UC1, Scalar.All(0));
        Cv2.Rectangle(mat, new Rect(1, 1, 3, 2), Scalar.All(255), Cv2.FILLED);
        Assert.Equal(6, Cv2.FloodFill(mat, new Point(2, 2), Scalar.All(100), out var bounds));
        Assert.Equal(new Rect(1, 1, 3, 2), bounds);
    }

    [Fact]
    public void MixChannels_Swap_ExchangesBlueAndRed()
    {
        using var bgr = new Mat(1, 1, MatType.CV_8UC3, new Scalar(1, 2, 3));
        using var rgb = new Mat(1, 1, MatType.CV_8UC3);
        Cv2.MixChannels([bgr], [rgb], [0, 2, 1, 1, 2, 0]);
        Assert.Equal(new Vec3b(3, 2, 1), rgb.At<Vec3b>(0, 0));
    }

    [Fact]
    public void InsertChannel_Alpha_ReplacesIt()
    {
        using var bgra = new Mat(1, 1, MatType.CV_8UC4, new Scalar(1, 2, 3, 4));
        using var alpha = new Mat(1, 1, MatType.CV_8UC1, Scalar.All(77));
        Cv2.InsertChannel(alpha, bgra, 3);
        Assert.Equal(new Vec4b(1, 2, 3, 77), bgra.At<Vec4b>(0, 0));
    }

    [Fact]
    public void Rect_IntersectAndUnion_AreThoseOfPixels()
    {
        Rect a = new(0, 0, 4, 4), b = new(2, 1, 5, 2);
        Assert.Equal(new Rect(2, 1, 2, 2), a & b);
        Assert.Equal(new Rect(0, 0, 7, 4), a | b);
        Assert.Equal(default, a & new Rect(9, 9, 1, 1));
        Assert.True(a.Contains(new Point(3, 3)));
        Assert.False(a.Contains(new Point(4, 3)));
    }
}
