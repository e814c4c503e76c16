namespace OpenCvSharp.Tests;

public sealed class MatViewTests
{
    [Fact]
    public void SubMat_Write_ShowsInParent()
    {
        using var mat = new Mat(4, 5, MatType.CV_8UC1, Scalar.All(1));
        using (var part = mat[new Rect(1, 2, 3, 2)])
        {
            Assert.Equal(new Size(3, 2), part.Size());
            Assert.True(part.IsSubmatrix());
            Assert.False(part.IsContinuous());
            part.SetTo(Scalar.All(9));
        }

        Assert.Equal(14 + (6 * 9), Cv2.Sum(mat).Val0);
        Assert.Equal(9, mat.At<byte>(3, 3));
    }

    [Fact]
    public void SubMat_AllWaysToNameIt_ShowTheSamePixels()
    {
        using var mat = Counting(4, 5);
        var parts = new[]
        {
            mat[new Rect(1, 2, 3, 2)], mat[2, 4, 1, 4], mat[new Range(2, 4), new Range(1, 4)], mat[2..4, 1..4], mat[2.., 1..^1],
            new Mat(mat, new Range(2, 4), new Range(1, 4)),
        };
        foreach (var part in parts)
        {
            Assert.True(part.GetArray(out int[] pixels));
            Assert.Equal([11, 12, 13, 16, 17, 18], pixels);
            part.Dispose();
        }
    }

    [Fact]
    public void RowAndCol_Single_ShowTheirPixels()
    {
        using var mat = Counting(3, 3);
        using var row = mat.Row(1);
        using var col = mat.Col(2);
        row.GetArray(out int[] rowPixels);
        col.GetArray(out int[] colPixels);
        Assert.Equal([3, 4, 5], rowPixels);
        Assert.Equal([2, 5, 8], colPixels);
    }

    [Fact]
    public void SubMat_OutsideMat_ThrowsOpenCVException()
    {
        using var mat = new Mat(4, 5, MatType.CV_8UC1);
        Assert.Throws<OpenCVException>(() => mat[new Rect(3, 0, 3, 1)]);
    }

    [Fact]
    public void Indexer_Assignment_CopiesPixels()
    {
        using var mat = Counting(3, 4);
        using var patch = new Mat(2, 2, MatType.CV_32SC1, Scalar.All(-1));
        mat[new Rect(1, 1, 2, 2)] = patch;
        mat.GetArray(out int[] pixels);
        Assert.Equal([0, 1, 2, 3, 4, -1, -1, 7, 8, -1, -1, 11], pixels);
    }

    [Fact]
    public void Indexer_AssignmentOfOtherSize_Throws()
    {
        using var mat = Counting(3, 4);
        using var patch = new Mat(2, 3, MatType.CV_32SC1, Scalar.All(-1));
        Assert.Throws<ArgumentException>(() => mat[new Rect(1, 1, 2, 2)] = patch);
    }

    [Fact]
    public void Reshape_ChannelsAndRows_SharePixels()
    {
        using var mat = Counting(2, 6);
        using var pixels = mat.Reshape(3);
        using var column = mat.Reshape(0, 12);
        Assert.Equal(MatType.CV_32SC3, pixels.Type());
        Assert.Equal(new Vec3i(9, 10, 11), pixels.At<Vec3i>(1, 1));
        Assert.Equal(new Size(1, 12), column.Size());
        column.Set(0, 0, 77);
        Assert.Equal(77, mat.At<int>(0, 0));
    }

    [Fact]
    public void Reshape_ThreeDimensions_KnowsItsSizes()
    {
        using var mat = Counting(4, 6);
        using var cube = mat.Reshape(1, 2, 3, 4);
        Assert.Equal((3, 2, 3, 4), (cube.Dims, cube.Size(0), cube.Size(1), cube.Size(2)));
        Assert.Equal(48, cube.Step(0));
        Assert.Equal(-1, cube.Rows);
    }

    [Fact]
    public void Clone_Write_LeavesOriginal()
    {
        using var mat = Counting(2, 2);
        using var copy = mat.Clone();
        copy.Set(0, 0, 50);
        Assert.Equal(0, mat.At<int>(0, 0));
        Assert.NotEqual(mat.Data, copy.Data);
    }

    [Fact]
    public void CopyTo_Mask_CopiesThosePixels()
    {
        using var source = Counting(2, 2);
        using var target = new Mat(2, 2, MatType.CV_32SC1, Scalar.All(-5));
        using var mask = Mat.FromPixelData(2, 2, MatType.CV_8UC1, new byte[] { 0, 1, 255, 0 });
        source.CopyTo(target, mask);
        target.GetArray(out int[] pixels);
        Assert.Equal([-5, 1, 2, -5], pixels);
    }

    private static Mat Counting(int rows, int cols)
    {
        var mat = new Mat(rows, cols, MatType.CV_32SC1);
        mat.SetArray([.. Enumerable.Range(0, rows * cols)]);
        return mat;
    }
}
