using System.Runtime.CompilerServices;
using OpenCvSharp.Internal;

namespace OpenCvSharp.Tests;

public sealed class MatLifetimeTests
{
    [Fact]
    public void Dispose_EveryKindOfMat_LeavesNoneAlive()
    {
        var before = LiveMats.Count();
        using (var mat = new Mat(6, 8, MatType.CV_8UC3, Scalar.White))
        using (mat.SubMat(new Rect(1, 1, 2, 2)))
        using (mat.Reshape(1))
        using (mat.Clone())
        using (new Mat(mat))
        using (Mat.FromPixelData(2, 2, MatType.CV_8UC1, new byte[4]))
        using (Cv2.GetStructuringElement(MorphShapes.Rect, new Size(3, 3)))
            Assert.Equal(before + 7, MatLifetime.LiveCount);
        Assert.Equal(before, MatLifetime.LiveCount);
    }

    [Fact]
    public void Dispose_Twice_CountsOnce()
    {
        var before = LiveMats.Count();
        var mat = new Mat(2, 2, MatType.CV_8UC1);
        mat.Dispose();
        mat.Dispose();
        Assert.True(mat.IsDisposed);
        Assert.Equal(before, MatLifetime.LiveCount);
    }

    [Fact]
    public void Finalizer_DroppedMat_FreesIt()
    {
        var before = LiveMats.Count();
        Drop();
        Assert.Equal(before, LiveMats.Count());
    }

    [Fact]
    public void FailedCall_NewMat_IsNotLeftBehind()
    {
        var before = LiveMats.Count();
        Assert.Throws<OpenCVException>(() => Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size(3, 3), new Point(9, 9)));
        Assert.Throws<OpenCVException>(() => Cv2.ImDecode(Header(60000, 60000), ImreadModes.Color));
        Assert.Equal(before, MatLifetime.LiveCount);
    }

    [Fact]
    public void Split_Channels_AreCountedAndFreed()
    {
        var before = LiveMats.Count();
        using (var mat = new Mat(2, 2, MatType.CV_8UC4, new Scalar(1, 2, 3, 4)))
        {
            var channels = Cv2.Split(mat);
            Assert.Equal(before + 5, MatLifetime.LiveCount);
            Assert.Equal([1, 2, 3, 4], channels.Select(channel => (int)channel.At<byte>(1, 1)));
            using var merged = new Mat();
            Cv2.Merge(channels, merged);
            Assert.Equal(new Vec4b(1, 2, 3, 4), merged.At<Vec4b>(0, 0));
            foreach (var channel in channels)
                channel.Dispose();
        }

        Assert.Equal(before, MatLifetime.LiveCount);
    }

    [Fact]
    public void Use_DisposedMat_Throws()
    {
        var mat = new Mat(2, 2, MatType.CV_8UC1);
        mat.Dispose();
        using var other = new Mat();
        Assert.Throws<ObjectDisposedException>(() => mat.Rows);
        Assert.Throws<ObjectDisposedException>(() => Cv2.Flip(mat, other, FlipMode.X));
        Assert.Throws<ObjectDisposedException>(() => Cv2.Flip(other, mat, FlipMode.X));
    }

    [Fact]
    public void Lease_MatDisposedMeanwhile_KeepsPixels()
    {
        var before = LiveMats.Count();
        var mat = new Mat(2, 2, MatType.CV_8UC1, Scalar.All(7));
        var lease = MatLease.Take(mat);
        mat.Dispose();
        Assert.Equal(before + 1, MatLifetime.LiveCount);
        lease.Dispose();
        Assert.Equal(before, MatLifetime.LiveCount);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop() => _ = new Mat(100, 100, MatType.CV_8UC1);

    /// <summary>A PNG's signature and IHDR with a right checksum, and nothing more.</summary>
    private static byte[] Header(int width, int height)
    {
        byte[] chunk = [.. "IHDR"u8, .. BigEndian(width), .. BigEndian(height), 8, 0, 0, 0, 0];
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. BigEndian(13), .. chunk, .. BigEndian((int)Crc32(chunk)), .. BigEndian(0), .. "IDAT"u8, .. BigEndian(0x35AF061E)];
    }

    private static byte[] BigEndian(int value)
    {
        var bytes = BitConverter.GetBytes(value);
        Array.Reverse(bytes);
        return bytes;
    }

    // The checksum of PNG (ISO 3309), bit by bit.
    private static uint Crc32(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }

        return ~crc;
    }
}
