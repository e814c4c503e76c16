namespace OpenCvSharp.Tests;

public sealed class ImDecodeTests : IDisposable
{
    private readonly NumpyArchive _archive = new("pictures.npz");

    public static TheoryData<string> Cases
    {
        get
        {
            using var archive = new NumpyArchive("pictures.npz");
            return [.. archive.Names];
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ImDecode_Picture_GivesItsPixels(string fileAndMode)
    {
        var parts = fileAndMode.Split(':');
        var mode = parts[1] switch
        {
            "unchanged" => ImreadModes.Unchanged,
            "gray" => ImreadModes.Grayscale,
            _ => ImreadModes.Color,
        };
        using var expected = _archive.Read(fileAndMode);
        using var actual = Cv2.ImDecode(Pictures.Read(parts[0]), mode);
        MatAssert.Same(expected, actual);
    }

    [Fact]
    public void ImDecode_RotatedJpeg_IsTurnedUpright()
    {
        using var upright = Cv2.ImDecode(Pictures.Read("rotated.jpg"), ImreadModes.Color);
        using var stored = Cv2.ImDecode(Pictures.Read("rotated.jpg"), ImreadModes.Color | ImreadModes.IgnoreOrientation);
        Assert.Equal(new Size(24, 20), upright.Size());
        Assert.Equal(new Size(20, 24), stored.Size());
    }

    [Fact]
    public void ImDecode_CmykJpeg_IsNearTheSameInRgb()
    {
        using var rgb = Cv2.ImDecode(Pictures.Read("plain.jpg"), ImreadModes.Color);
        using var cmyk = Cv2.ImDecode(Pictures.Read("cmyk.jpg"), ImreadModes.Color);
        Assert.InRange(Cv2.Norm(rgb, cmyk, NormTypes.L1) / (rgb.Total() * 3), 0, 12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void ImDecode_PngCutOff_IsEmpty(int quarters)
    {
        var bytes = Pictures.Read("deep.png");
        using var mat = Cv2.ImDecode(bytes[..(bytes.Length * quarters / 4)], ImreadModes.Unchanged);
        Assert.True(mat.Empty());
    }

    [Fact]
    public void ImDecode_Text_IsEmpty()
    {
        using var mat = Cv2.ImDecode("not a picture"u8, ImreadModes.Color);
        Assert.True(mat.Empty());
    }

    [Fact]
    public void ImDecode_NoBytes_Throws() =>
        Assert.Throws<ArgumentException>(() => Cv2.ImDecode(Array.Empty<byte>(), ImreadModes.Color));

    [Fact]
    public void ImDecode_MatOfBytes_GivesTheSamePicture()
    {
        var bytes = Pictures.Read("alpha.png");
        using var buffer = Mat.FromPixelData(1, bytes.Length, MatType.CV_8UC1, bytes);
        using var expected = Cv2.ImDecode(bytes, ImreadModes.Unchanged);
        using var actual = Cv2.ImDecode(buffer, ImreadModes.Unchanged);
        MatAssert.Same(expected, actual);
    }

    [Fact]
    public void ImEncode_JpegQuality_ChangesLength()
    {
        using var mat = Cv2.ImDecode(Pictures.Read("plain.png"), ImreadModes.Color);
        Cv2.ImEncode(".jpg", mat, out var good, new ImageEncodingParam(ImwriteFlags.JpegQuality, 95));
        Cv2.ImEncode(".jpg", mat, out var poor, new ImageEncodingParam(ImwriteFlags.JpegQuality, 10));
        Assert.True(poor.Length < good.Length);
    }

    public void Dispose() => _archive.Dispose();
}
