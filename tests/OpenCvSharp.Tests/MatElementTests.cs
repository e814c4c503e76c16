namespace OpenCvSharp.Tests;

public sealed class MatElementTests
{
    [Fact]
    public void Header_ColorMat_SaysWhatItIs()
    {
        using var mat = new Mat(new Size(7, 5), MatType.CV_16UC3, new Scalar(1, 2, 3));
        Assert.Equal((5, 7, 5, 7), (mat.Rows, mat.Cols, mat.Height, mat.Width));
        Assert.Equal((2, 3, 6, 2), (mat.Depth(), mat.Channels(), mat.ElemSize(), mat.ElemSize1()));
        Assert.Equal((42L, 35L), (mat.Step(), mat.Total()));
        Assert.Equal(MatType.CV_16UC3, mat.Type());
        Assert.Equal(new Vec3w(1, 2, 3), mat.Get<Vec3w>(4, 6));
        Assert.False(mat.Empty());
        Assert.Equal("Mat [ 5*7*CV_16UC3, IsContinuous=True, IsSubmatrix=False ]", mat.ToString());
    }

    [Fact]
    public void Empty_NewMat_IsTrue()
    {
        using var mat = new Mat();
        Assert.True(mat.Empty());
        Assert.Equal(IntPtr.Zero, mat.Data);
    }

    [Fact]
    public void At_Reference_WritesPixel()
    {
        using var mat = new Mat(2, 2, MatType.CV_32FC1, Scalar.All(0));
        mat.At<float>(1, 0) = 4.5f;
        Assert.Equal(4.5, Cv2.Sum(mat).Val0);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(2, 0)]
    [InlineData(0, 3)]
    public void At_OutsideMat_Throws(int row, int column)
    {
        using var mat = new Mat(2, 3, MatType.CV_8UC1);
        Assert.Throws<ArgumentOutOfRangeException>(() => mat.At<byte>(row, column));
        Assert.Throws<ArgumentOutOfRangeException>(() => mat.Set(row, column, (byte)1));
    }

    [Fact]
    public void At_TypeLongerThanPixel_Throws()
    {
        using var mat = new Mat(2, 2, MatType.CV_8UC3);
        Assert.Throws<OpenCvSharpException>(() => mat.At<Vec4b>(0, 0));
    }

    [Fact]
    public void RowSpan_SubMat_HoldsItsRow()
    {
        using var mat = Mat.FromPixelData(3, 3, MatType.CV_8UC1, new byte[] { 0, 1, 2, 3, 4, 5, 6, 7, 8 });
        using var part = mat[new Rect(1, 1, 2, 2)];
        Assert.Equal([7, 8], part.RowSpan<byte>(1).ToArray());
        Assert.Empty(part.AsSpan<byte>().ToArray());
        Assert.Equal(9, mat.AsSpan<byte>().Length);
    }

    [Fact]
    public void SetArrayAndGetArray_SubMat_RoundTrip()
    {
        using var mat = new Mat(3, 4, MatType.CV_32FC2, Scalar.All(-1));
        using var part = mat[new Rect(1, 1, 2, 2)];
        Vec2f[] pixels = [new(1, 2), new(3, 4), new(5, 6), new(7, 8)];
        Assert.True(part.SetArray(pixels));
        Assert.True(part.GetArray(out Vec2f[] read));
        Assert.Equal(pixels, read);
        Assert.Equal(new Vec2f(-1, -1), mat.At<Vec2f>(0, 0));
        Assert.Equal(new Vec2f(7, 8), mat.At<Vec2f>(2, 2));
    }

    [Fact]
    public void RectangularArray_RoundTrip_KeepsRowsAndColumns()
    {
        using var mat = new Mat(2, 3, MatType.CV_64FC1);
        mat.SetRectangularArray(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        mat.GetRectangularArray(out double[,] read);
        Assert.Equal(6, read[1, 2]);
        Assert.Equal(4, mat.At<double>(1, 0));
    }

    [Fact]
    public void GetArray_OtherType_Throws()
    {
        using var mat = new Mat(2, 2, MatType.CV_8UC3);
        Assert.Throws<OpenCvSharpException>(() => mat.GetArray(out byte[] _));
        Assert.Throws<ArgumentException>(() => mat.GetArray(out decimal[] _));
    }

    [Fact]
    public void SetArray_TooShort_Throws()
    {
        using var mat = new Mat(2, 2, MatType.CV_8UC1);
        Assert.Throws<ArgumentException>(() => mat.SetArray(new byte[3]));
    }

    [Fact]
    public void SetTo_Mask_SetsThosePixels()
    {
        using var mat = new Mat(1, 3, MatType.CV_8UC3, Scalar.All(1));
        using var mask = Mat.FromPixelData(1, 3, MatType.CV_8UC1, new byte[] { 0, 9, 0 });
        mat.SetTo(new Scalar(10, 20, 30), mask);
        mat.GetArray(out Vec3b[] pixels);
        Assert.Equal([new(1, 1, 1), new(10, 20, 30), new(1, 1, 1)], pixels);
    }

    [Theory]
    [InlineData(0, 1, 0, "CV_8UC1")]
    [InlineData(0, 3, 16, "CV_8UC3")]
    [InlineData(5, 2, 13, "CV_32FC2")]
    [InlineData(6, 6, 46, "CV_64FC(6)")]
    public void MatType_MakeType_PacksDepthAndChannels(int depth, int channels, int value, string text)
    {
        // The values are those of CV_MAKETYPE.
        var type = MatType.MakeType(depth, channels);
        Assert.Equal((value, depth, channels, text), (type.Value, type.Depth, type.Channels, type.ToString()));
    }
}
