using System.Buffers.Binary;

namespace OpenCvSharp.Tests;

/// <summary>GIF and animated WebP beyond the pixels of whole files, which <see cref="ImDecodeTests"/> compares.</summary>
public sealed class AnimationTests
{
    [Theory]
    [InlineData("animated.gif")]
    [InlineData("interlaced.gif")]
    [InlineData("animated.webp")]
    public void ImDecode_CutOffInFirstFrame_IsEmpty(string name)
    {
        var bytes = Pictures.Read(name);
        for (var length = 7; length < (name.StartsWith("animated", StringComparison.Ordinal) ? bytes.Length / 3 : bytes.Length - 4); length++)
        {
            using var mat = Cv2.ImDecode(bytes[..length], ImreadModes.Unchanged);
            Assert.True(mat.Empty(), $"The first {length} bytes of {name} gave a picture.");
        }
    }

    [Theory]
    [InlineData("animated.gif")]
    [InlineData("transparent.gif")]
    [InlineData("animated.webp")]
    public void ImDecode_DamagedBytes_NeverFailsOtherwise(string name)
    {
        var original = Pictures.Read(name);
        for (var i = 6; i < original.Length; i++)
        {
            foreach (var value in (byte[])[0x00, 0x7F, 0xFF])
            {
                var bytes = (byte[])original.Clone();
                bytes[i] = value;
                using var mat = Cv2.ImDecode(bytes, ImreadModes.Unchanged);
                Assert.InRange(mat.Total(), 0, 100_000_000);
            }
        }
    }

    [Fact]
    public void ImDecode_GifScreenLargerThanFrame_ShowsBackgroundAround()
    {
        var bytes = WithScreen("transparent.gif", 30, 28);
        using var mat = Cv2.ImDecode(bytes, ImreadModes.Unchanged);
        Assert.Equal(new Size(30, 28), mat.Size());
        Assert.Equal(new Vec4b(0, 255, 0, 0), mat.At<Vec4b>(27, 29));
        Assert.Equal(new Vec4b(0, 0, 255, 255), mat.At<Vec4b>(0, 0));
    }

    [Theory]
    [InlineData(16385, 24)]
    [InlineData(16384, 16384)]
    [InlineData(0, 24)]
    [InlineData(10, 24)]
    public void ImDecode_GifOfHostileSize_IsEmpty(int width, int height)
    {
        using var mat = Cv2.ImDecode(WithScreen("animated.gif", width, height), ImreadModes.Color);
        Assert.True(mat.Empty());
    }

    [Fact]
    public void ImDecode_ReducedGif_IsHalfAsLarge()
    {
        using var mat = Cv2.ImDecode(Pictures.Read("animated.gif"), ImreadModes.ReducedColor2);
        Assert.Equal(new Size(10, 12), mat.Size());
    }

    [Fact]
    public void ImDecode_WebPFrameOutsideCanvas_IsEmpty()
    {
        var bytes = Pictures.Read("animated.webp");
        bytes[24] = 5; // The canvas' width less one; the frame has 20 columns.
        using var mat = Cv2.ImDecode(bytes, ImreadModes.Unchanged);
        Assert.True(mat.Empty());
    }

    [Fact]
    public void ImDecode_WebPCanvasLargerThanFrame_IsTransparentAround()
    {
        var bytes = Pictures.Read("animated.webp");
        bytes[24] = 29;
        bytes[27] = 27;
        using var mat = Cv2.ImDecode(bytes, ImreadModes.Unchanged);
        Assert.Equal(new Size(30, 28), mat.Size());
        Assert.Equal(default, mat.At<Vec4b>(27, 29));
    }

    private static byte[] WithScreen(string name, int width, int height)
    {
        var bytes = Pictures.Read(name);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(6), (ushort)width);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), (ushort)height);
        return bytes;
    }
}
