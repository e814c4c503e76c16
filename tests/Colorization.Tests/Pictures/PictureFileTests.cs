using OpenCvSharp;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Tests.Pictures;

/// <summary>Pixels that come out of files, and files that are refused.</summary>
public sealed class PictureFileTests
{
    [Theory]
    [InlineData("alpha.png")]
    [InlineData("gray-alpha.png")]
    [InlineData("palette.png")]
    [InlineData("interlaced.png")]
    [InlineData("animated.gif")]
    [InlineData("interlaced.gif")]
    [InlineData("animated.webp")]
    public void Decode_EightBits_GivesThePixelsWithTheirAlpha(string name)
    {
        using Mat pixels = PictureFixtures.Pixels(name, "unchanged");

        Assert.Equal(Bgra(pixels), Decode(PictureFixtures.Bytes(name)).Pixels);
    }

    [Fact]
    public void Decode_TransparentGif_GivesItsAlphaAndTheColoursThatShow()
    {
        using Mat pixels = PictureFixtures.Pixels("transparent.gif", "unchanged");
        byte[] expected = Bgra(pixels);
        byte[] read = Decode(PictureFixtures.Bytes("transparent.gif")).Pixels;

        Assert.Contains(read.Chunk(Picture.BytesPerPixel), pixel => pixel[3] == 0);
        Assert.Equal(Visible(expected), Visible(read));

        static IEnumerable<byte[]> Visible(byte[] bgra) =>
            bgra.Chunk(Picture.BytesPerPixel).Select(pixel => pixel[3] == 0 ? [] : pixel);
    }

    [Theory]
    [InlineData("cmyk.jpg", 20, 24, 1)] // CMYK becomes red, green, blue by a product, which may be rounded either way
    [InlineData("plain.jpg", 20, 24, 0)]
    [InlineData("rotated.jpg", 24, 20, 0)]
    public void Decode_Jpeg_GivesUprightColours(string name, int width, int height, int tolerance)
    {
        using Mat pixels = PictureFixtures.Pixels(name, "color");
        Picture picture = Decode(PictureFixtures.Bytes(name));

        Assert.Equal((width, height), (picture.Width, picture.Height));
        AssertClose(Bgra(pixels), picture.Pixels, tolerance);
    }

    [Fact]
    public void Decode_SixteenBits_RoundsToEight()
    {
        using Mat deep = PictureFixtures.Pixels("deep.png", "unchanged");
        Picture picture = Decode(PictureFixtures.Bytes("deep.png"));

        for (int y = 0; y < deep.Height; y++)
        {
            for (int x = 0; x < deep.Width; x++)
            {
                Vec3w expected = deep.At<Vec3w>(y, x);
                int at = ((y * deep.Width) + x) * Picture.BytesPerPixel;
                Assert.Equal(
                    [Math.Round(expected.Item0 / 257.0), Math.Round(expected.Item1 / 257.0), Math.Round(expected.Item2 / 257.0), 255],
                    picture.Pixels.AsSpan(at, Picture.BytesPerPixel).ToArray().Select(value => (double)value));
            }
        }
    }

    [Theory]
    [InlineData(PictureFormat.Png)]
    [InlineData(PictureFormat.Jpeg)]
    [InlineData(PictureFormat.WebP)]
    [InlineData(PictureFormat.Gif)]
    [InlineData(PictureFormat.Bmp)]
    [InlineData(PictureFormat.Tiff)]
    public void Decode_EveryCutOfAFile_IsRefusedOrTheWholePicture(PictureFormat format)
    {
        byte[] whole = PictureFixtures.BytesOf(format);
        byte[] expected = Decode(whole).Pixels;

        for (int length = 0; length < whole.Length; length++)
        {
            Picture? picture = null;
            PictureException? error = Record.Exception(() => picture = Decode(whole[..length])) switch
            {
                null => null,
                PictureException e => e,
                Exception e => throw new InvalidOperationException($"{length} of {whole.Length} bytes of the {format} threw {e.GetType()}.", e),
            };
            // What follows the first frame or the last pixel may be missing.
            if (error is null)
                Assert.True(expected.AsSpan().SequenceEqual(picture!.Pixels), $"{length} of {whole.Length} bytes of the {format} gave half a picture.");
            else
                Assert.Contains("cut.png", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(".png", 0)]
    [InlineData(".webp", 0)]
    [InlineData(".bmp", 0)]
    [InlineData(".tif", 0)]
    [InlineData(".TIFF", 0)]
    [InlineData(".jpg", 12)]
    [InlineData(".jpeg", 12)]
    public void WriteAndRead_OpaquePicture_GivesTheSamePixels(string extension, int tolerance) =>
        AssertRoundTrip(Gradient(255), extension, tolerance);

    [Theory]
    [InlineData(".png", 77)]
    [InlineData(".webp", 77)]
    [InlineData(".tif", 77)]
    [InlineData(".png", 0)]
    [InlineData(".webp", 0)]
    [InlineData(".tif", 0)]
    public void WriteAndRead_TransparentPicture_KeepsAlphaAndColours(string extension, byte alpha) => AssertRoundTrip(Gradient(alpha), extension, 0);

    [Fact]
    public void Write_OpaquePicture_HasNoAlphaChannel()
    {
        using Mat mat = Cv2.ImDecode(PictureFile.Encode(Gradient(255), ".png"), ImreadModes.Unchanged);

        Assert.Equal(3, mat.Channels());
    }

    [Theory]
    [InlineData("a.gif")]
    [InlineData("a")]
    [InlineData("a.png.txt")]
    public void Write_UnknownFormat_SaysWhichThereAre(string name)
    {
        PictureWriteException error = Assert.Throws<PictureWriteException>(() => PictureFile.Write(name, Gradient(255)));

        Assert.Contains(".png, .jpg", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(name));
    }

    [Fact]
    public void Decode_OverTheGivenLimit_IsRefusedBeforeDecoding()
    {
        PictureException error = Assert.Throws<PictureException>(
            () => PictureFile.Decode(PictureFixtures.Bytes("plain.png"), "plain.png", new PictureLimits { MaxPixels = 479 }));

        Assert.Contains("20 x 24", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_ExactlyAtTheLimit_Works() =>
        Assert.Equal(480, PictureFile.Decode(PictureFixtures.Bytes("plain.png"), "plain.png", new PictureLimits { MaxPixels = 480 }).PixelCount);

    [Fact]
    public void Read_Folder_SaysThatItIsOne()
    {
        PictureException error = Assert.Throws<PictureException>(() => PictureFile.Read(AppContext.BaseDirectory, PictureLimits.CommandLine));

        Assert.Contains("is a folder", error.Message, StringComparison.Ordinal);
    }

    private static Picture Decode(byte[] bytes) => PictureFile.Decode(bytes, "cut.png", PictureLimits.CommandLine);

    private static Picture Gradient(byte alpha)
    {
        Picture picture = new(16, 9);
        for (int i = 0; i < picture.PixelCount; i++)
        {
            int x = i % 16;
            int y = i / 16;
            ReadOnlySpan<byte> pixel = [(byte)(x * 10), (byte)(200 - (y * 9)), (byte)((x + y) * 8), alpha];
            pixel.CopyTo(picture.Pixels.AsSpan(i * Picture.BytesPerPixel));
        }

        return picture;
    }

    private static void AssertRoundTrip(Picture picture, string extension, int tolerance)
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}{extension}");
        try
        {
            PictureFile.Write(path, picture);
            Picture read = PictureFile.Read(path, PictureLimits.CommandLine);

            Assert.Equal((picture.Width, picture.Height), (read.Width, read.Height));
            AssertClose(picture.Pixels, read.Pixels, tolerance);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void AssertClose(byte[] expected, byte[] actual, int tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++) Assert.InRange(actual[i] - expected[i], -tolerance, tolerance);
    }

    /// <summary>Grey, colour or colour with alpha as bytes of blue, green, red, alpha.</summary>
    private static byte[] Bgra(Mat pixels)
    {
        using Mat bgra = new();
        if (pixels.Channels() == 4) pixels.CopyTo(bgra);
        else Cv2.CvtColor(pixels, bgra, pixels.Channels() == 3 ? ColorConversionCodes.BGR2BGRA : ColorConversionCodes.GRAY2BGRA);
        byte[] bytes = new byte[bgra.Total() * Picture.BytesPerPixel];
        System.Runtime.InteropServices.Marshal.Copy(bgra.Data, bytes, 0, bytes.Length);
        return bytes;
    }
}
