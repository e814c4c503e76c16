using System.Runtime.CompilerServices;

namespace OpenCvSharp.Tests;

public sealed class PinnedArrayTests
{
    [Fact]
    public void FromPixelData_Array_IsReadAndWrittenInPlace()
    {
        var bytes = new byte[] { 1, 2, 3, 4, 5, 6 };
        using var mat = Mat.FromPixelData(2, 3, MatType.CV_8UC1, bytes);
        Assert.Equal(6, mat.At<byte>(1, 2));
        mat.Set(0, 1, (byte)99);
        Assert.Equal(99, bytes[1]);
    }

    [Fact]
    public void FromPixelData_Collection_DoesNotMoveArray()
    {
        using var mat = Churned(out var weak);
        for (var i = 0; i < 3; i++)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        Assert.True(weak.TryGetTarget(out var array));
        array[5] = 123;
        Assert.Equal(123, mat.At<byte>(0, 5));
    }

    [Fact]
    public void FromPixelData_SubMatOutlivesParent_KeepsPin()
    {
        var bytes = Enumerable.Range(0, 16).Select(i => (byte)i).ToArray();
        var parent = Mat.FromPixelData(4, 4, MatType.CV_8UC1, bytes);
        var pinned = parent.Handle.Pinned;
        var part = parent[new Rect(1, 1, 2, 2)];
        parent.Dispose();
        Assert.True(pinned!.IsPinned);
        Assert.Equal(10, part.At<byte>(1, 1));
        part.Dispose();
        Assert.False(pinned.IsPinned);
    }

    [Fact]
    public void FromPixelData_Step_SkipsBytesBetweenRows()
    {
        using var mat = Mat.FromPixelData(2, 2, MatType.CV_8UC1, new byte[] { 1, 2, 0, 3, 4 }, 3);
        Assert.False(mat.IsContinuous());
        Assert.True(mat.GetArray(out byte[] pixels));
        Assert.Equal([1, 2, 3, 4], pixels);
    }

    [Theory]
    [InlineData(2, 3, 0)]
    [InlineData(2, 2, 4)]
    public void FromPixelData_ShortArray_Throws(int rows, int cols, long step) =>
        Assert.Throws<ArgumentException>(() => Mat.FromPixelData(rows, cols, MatType.CV_8UC1, new byte[5], step));

    [Fact]
    public void FromPixelData_ArrayOfStructs_HoldsWholePixels()
    {
        var pixels = new Vec3b[,] { { new(1, 2, 3), new(4, 5, 6) } };
        using var mat = Mat.FromPixelData(1, 2, MatType.CV_8UC3, pixels);
        Assert.Equal(new Vec3b(4, 5, 6), mat.At<Vec3b>(0, 1));
    }

    [Fact]
    public void FromPixelData_Pointer_IsReadInPlace()
    {
        using var owner = new Mat(2, 2, MatType.CV_32FC1, Scalar.All(0.5));
        using var view = Mat.FromPixelData(2, 2, MatType.CV_32FC1, owner.Data, owner.Step());
        owner.Set(1, 1, 2.5f);
        Assert.Equal(2.5f, view.At<float>(1, 1));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Mat Churned(out WeakReference<byte[]> weak)
    {
        // Young arrays before and after give a compacting collection a reason to move this one.
        _ = Enumerable.Range(0, 1000).Select(i => new byte[1000]).ToList();
        var array = new byte[64];
        weak = new WeakReference<byte[]>(array);
        return Mat.FromPixelData(1, 64, MatType.CV_8UC1, array);
    }
}
