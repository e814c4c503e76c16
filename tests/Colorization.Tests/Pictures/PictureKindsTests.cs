using OpenCvSharp;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Tests.Pictures;

/// <summary>Less usual kinds of files: what their pixels are follows from the formats' specifications.</summary>
public sealed class PictureKindsTests
{
    private const int Width = 20;
    private const int Height = 24;

    [Fact]
    public void Decode_SixteenBitTiff_RoundsToEight()
    {
        using Mat deep = new(Height, Width, MatType.CV_16UC1);
        for (int i = 0; i < Width * Height; i++) deep.Set(i / Width, i % Width, (ushort)(i * 136));
        Assert.True(Cv2.ImEncode(".tif", deep, out byte[] file));

        AssertGrey(i => Math.Round(i * 136 / 257.0), Decode(file));
    }

    [Fact]
    public void Decode_FloatTiff_TakesOneForWhite()
    {
        using Mat deep = new(Height, Width, MatType.CV_32FC1);
        for (int i = 0; i < Width * Height; i++) deep.Set(i / Width, i % Width, (i - 50) / 397f);
        Assert.True(Cv2.ImEncode(".tif", deep, out byte[] file));

        AssertGrey(i => Math.Round(Math.Clamp((i - 50) / 397.0, 0, 1) * 255), Decode(file));
    }

    [Fact]
    public void Decode_GreyTiffWithAlpha_KeepsBoth()
    {
        byte[] samples = Samples(2);
        Picture picture = Decode(HandMadeFiles.Tiff(Width, Height, 1, [8, 8], samples, (338, [2])));

        AssertPixels(i => [samples[i * 2], samples[i * 2], samples[i * 2], samples[(i * 2) + 1]], picture);
    }

    [Fact]
    public void Decode_TiffWithPremultipliedAlpha_GivesStraightColours()
    {
        byte[] samples = [.. Enumerable.Range(0, Width * Height).SelectMany(i => (byte[])[(byte)(i % 100), 50, 100, 100])];
        Picture picture = Decode(HandMadeFiles.Tiff(Width, Height, 2, [8, 8, 8, 8], samples, (338, [1])));

        AssertPixels(i => [255, 128, (byte)Math.Round(i % 100 * 2.55), 100], picture, tolerance: 1);
    }

    [Fact]
    public void Decode_PaletteTiff_GivesItsColours()
    {
        ushort[] palette = [.. Enumerable.Range(0, 256 * 3).Select(i => (ushort)((i % 256 * (1 + (i / 256)) % 256) * 257))];
        byte[] samples = Samples(1);
        Picture picture = Decode(HandMadeFiles.Tiff(Width, Height, 3, [8], samples, (320, palette)));

        AssertPixels(i => [(byte)(samples[i] * 3), (byte)(samples[i] * 2), samples[i], 255], picture);
    }

    [Fact]
    public void Decode_BilevelTiffWithWhiteAsZero_IsBlackOnWhite()
    {
        byte[] rows = [.. Enumerable.Range(0, Height).SelectMany(y => (byte[])[(byte)y, 0xF0, 0x10])];
        Picture picture = Decode(HandMadeFiles.Tiff(Width, Height, 0, [1], rows));

        AssertGrey(i => ((rows[(i / Width * 3) + (i % Width / 8)] >> (7 - (i % Width % 8))) & 1) == 1 ? 0 : 255, picture);
    }

    [Fact]
    public void Decode_CmykTiff_GivesColours()
    {
        byte[] samples = Samples(4);
        Picture picture = Decode(HandMadeFiles.Tiff(Width, Height, 5, [8, 8, 8, 8], samples));

        AssertPixels(i => [Light(i, 2), Light(i, 1), Light(i, 0), 255], picture, tolerance: 1);

        byte Light(int pixel, int ink) => (byte)Math.Round((255 - samples[(pixel * 4) + ink]) * (255 - samples[(pixel * 4) + 3]) / 255.0);
    }

    [Fact]
    public void Decode_TiffOfSeveralPages_GivesTheFirst()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.tif");
        try
        {
            using Mat first = new(Height, Width, MatType.CV_8UC3, new Scalar(10, 20, 30));
            using Mat second = new(9, 7, MatType.CV_8UC3, new Scalar(1, 2, 3));
            Assert.True(Cv2.ImWrite(path, [first, second]));

            AssertPixels(_ => [10, 20, 30, 255], PictureFile.Read(path, PictureLimits.CommandLine));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Decode_EveryCutOfATiffWithItsPixelsAtTheEnd_IsRefused()
    {
        byte[] whole = HandMadeFiles.Tiff(Width, Height, 1, [8], Samples(1));

        for (int length = 1; length < whole.Length; length++) Assert.Throws<PictureException>(() => Decode(whole[..length]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Decode_JpegOfAnyOrientation_IsUpright(int orientation)
    {
        byte[] file = PictureFixtures.Bytes("rotated.jpg");
        // The fixture's only tag: orientation, a short, one value, 6.
        int entry = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]);
        Assert.True(entry > 0);
        file[entry + 9] = (byte)orientation;
        Picture stored = Decode(PictureFixtures.Bytes("plain.jpg"));
        Picture picture = Decode(file);

        (int width, int height) = orientation <= 4 ? (Width, Height) : (Height, Width);
        Assert.Equal((width, height), (picture.Width, picture.Height));
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                // Exif 2.3, "Orientation": which corner of the stored picture the top left pixel is at, and along which side the rows run.
                (int column, int row) = orientation switch
                {
                    1 => (x, y),
                    2 => (Width - 1 - x, y),
                    3 => (Width - 1 - x, Height - 1 - y),
                    4 => (x, Height - 1 - y),
                    5 => (y, x),
                    6 => (y, Height - 1 - x),
                    7 => (Width - 1 - y, Height - 1 - x),
                    _ => (Width - 1 - y, x),
                };
                Assert.Equal(Pixel(stored, (row * Width) + column), Pixel(picture, (y * width) + x));
            }
        }
    }

    [Fact]
    public void Decode_BitmapOf32BitsWithoutAlpha_IsOpaque()
    {
        byte[] pixels = [.. Enumerable.Range(0, Width * Height).SelectMany(i => (byte[])[(byte)i, 20, 30, 0])];

        AssertPixels(i => [(byte)i, 20, 30, 255], Decode(HandMadeFiles.Bitmap32(Width, Height, pixels)));
    }

    [Fact]
    public void Decode_GifWhoseFrameCoversAPart_IsTransparentElsewhere()
    {
        Picture frame = Decode(PictureFixtures.Bytes("interlaced.gif"));
        Picture picture = Decode(HandMadeFiles.MovedGif(PictureFixtures.Bytes("interlaced.gif"), (40, 30), (7, 4, Width, Height)));

        Assert.Equal((40, 30), (picture.Width, picture.Height));
        for (int i = 0; i < picture.PixelCount; i++)
        {
            int x = (i % 40) - 7;
            int y = (i / 40) - 4;
            bool inside = x is >= 0 and < Width && y is >= 0 and < Height;
            if (inside) Assert.Equal(Pixel(frame, (y * Width) + x), Pixel(picture, i));
            else Assert.Equal(0, Pixel(picture, i)[3]);
        }
    }

    [Fact]
    public void Decode_GifWithAFrameFarLargerThanItSays_IsRefused()
    {
        byte[] file = HandMadeFiles.MovedGif(PictureFixtures.Bytes("interlaced.gif"), (Width, Height), (0, 0, 16000, 16000));

        Assert.Contains("cut.gif", Assert.Throws<PictureException>(() => Decode(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_AnimatedWebP_LeavesLaterFramesAlone()
    {
        byte[] file = PictureFixtures.Bytes("animated.webp");
        byte[] expected = Decode(file).Pixels;
        int second = file.AsSpan().LastIndexOf("ANMF"u8);
        Assert.True(second > file.AsSpan().IndexOf("ANMF"u8));
        // Noise where the frame was.
        for (int i = second + 24; i < file.Length; i++) file[i] = (byte)(i * 31);

        Assert.Equal(expected, Decode(file).Pixels);
    }

    private static Picture Decode(byte[] file) => PictureFile.Decode(file, "cut.gif", PictureLimits.CommandLine);

    /// <summary>A run through all values, each sample of a pixel at its own pace.</summary>
    private static byte[] Samples(int channels) => [.. Enumerable.Range(0, Width * Height * channels).Select(i => (byte)((i / channels * 7) + (i % channels * (90 + i))))];

    private static byte[] Pixel(Picture picture, int index) => picture.Pixels[(index * Picture.BytesPerPixel)..((index + 1) * Picture.BytesPerPixel)];

    private static void AssertGrey(Func<int, double> grey, Picture picture) => AssertPixels(i => [(byte)grey(i), (byte)grey(i), (byte)grey(i), 255], picture);

    private static void AssertPixels(Func<int, byte[]> expected, Picture picture, int tolerance = 0)
    {
        Assert.Equal((Width, Height), (picture.Width, picture.Height));
        for (int i = 0; i < picture.PixelCount; i++)
            foreach ((byte wanted, byte got) in expected(i).Zip(Pixel(picture, i))) Assert.InRange(got - wanted, -tolerance, tolerance);
    }
}
