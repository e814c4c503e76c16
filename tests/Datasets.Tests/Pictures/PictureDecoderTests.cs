using OpenCvSharp;
using PdnColorize.Datasets.Pictures;

namespace PdnColorize.Datasets.Tests.Pictures;

public class PictureDecoderTests
{
    [Fact]
    public void Decode_Transparency_LiesOverWhite()
    {
        using Mat picture = new(8, 8, MatType.CV_8UC4, new Scalar(0, 0, 200, 0));
        picture.Set(2, 3, new Vec4b(10, 20, 30, 255));
        picture.Set(4, 5, new Vec4b(0, 0, 0, 128));

        using Mat decoded = PictureDecoder.Decode(picture.ImEncode(".png"), 512);

        Assert.Equal(new Vec3b(255, 255, 255), decoded.Get<Vec3b>(0, 0));
        Assert.Equal(new Vec3b(10, 20, 30), decoded.Get<Vec3b>(2, 3));
        Assert.Equal(new Vec3b(127, 127, 127), decoded.Get<Vec3b>(4, 5));
    }

    [Fact]
    public void Decode_SixteenBits_KeepsTheBrightness()
    {
        using Mat deep = new(8, 8, MatType.CV_16UC3, new Scalar(65535, 257 * 100, 0));

        using Mat decoded = PictureDecoder.Decode(deep.ImEncode(".png"), 512);

        Assert.Equal(new Vec3b(255, 100, 0), decoded.Get<Vec3b>(0, 0));
    }

    [Theory]
    [InlineData("cmyk.jpg")]
    [InlineData("palette.png")]
    [InlineData("gray-alpha.png")]
    [InlineData("interlaced.png")]
    [InlineData("animated.webp")]
    public void Decode_OddFormat_GivesColors(string name)
    {
        using Mat decoded = PictureDecoder.Decode(File.ReadAllBytes(TestPictures.Format(name)), 512);

        Assert.Equal(MatType.CV_8UC3, decoded.Type());
        Assert.True(decoded.Total() > 1);
    }

    [Fact]
    public void Decode_RotatedByExif_IsUpright()
    {
        byte[] file = File.ReadAllBytes(TestPictures.Format("rotated.jpg"));
        using Mat stored = Cv2.ImDecode(file, ImreadModes.Color | ImreadModes.IgnoreOrientation);

        using Mat decoded = PictureDecoder.Decode(file, 512);

        Assert.Equal(new Size(stored.Height, stored.Width), decoded.Size());
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
    public void Decode_PngOrWebPWithOrientation_IsTurnedAsAJpegIs(byte orientation)
    {
        using Mat picture = TestPictures.Disc(96, 64);
        using Mat jpeg = PictureDecoder.Decode(ExifFiles.Jpeg(picture, orientation), 512);
        foreach (byte[] file in new[]
        {
            ExifFiles.Png(picture, orientation), ExifFiles.Png(picture, orientation, bigEndian: true), ExifFiles.WebP(picture, orientation), ExifFiles.WebP(picture, orientation, bigEndian: true),
        })
        {
            using Mat decoded = PictureDecoder.Decode(file, 512);

            Assert.Equal(jpeg.Size(), decoded.Size());
            using Mat difference = new();
            Cv2.Absdiff(jpeg, decoded, difference);
            // JPEG loses a little; the wrong way up, these pictures differ by 8.7 levels and more.
            Assert.InRange(Cv2.Mean(difference).Val0, 0, 6);
        }
    }

    [Fact]
    public void Decode_OrientationThatMakesNoSense_StaysAsStored()
    {
        using Mat picture = TestPictures.Disc(96, 64);
        foreach (byte[] block in new byte[][] { [], [.. "II*\0"u8], [.. "II*\0"u8, 255, 255, 255, 255], ExifFiles.Block(9, false), ExifFiles.Block(6, true)[..20] })
        {
            using Mat decoded = PictureDecoder.Decode(ExifFiles.PngWith(picture, block), 512);

            Assert.Equal(picture.Size(), decoded.Size());
        }
    }

    [Fact]
    public void Decode_LargePicture_ShrinksTheLongSideAndNeverEnlarges()
    {
        using Mat large = TestPictures.Disc(900, 600);
        using Mat small = TestPictures.Disc(90, 60);

        using Mat shrunk = PictureDecoder.Decode(large.ImEncode(".png"), 300);
        using Mat kept = PictureDecoder.Decode(small.ImEncode(".png"), 300);

        Assert.Equal(new Size(300, 200), shrunk.Size());
        Assert.Equal(new Size(90, 60), kept.Size());
    }

    [Fact]
    public void Decode_EveryQuarterOfAFile_IsRefused()
    {
        using Mat picture = TestPictures.Disc();
        foreach (string extension in new[] { ".png", ".jpg", ".webp" })
        {
            byte[] file = picture.ImEncode(extension);
            for (int quarter = 0; quarter < 4; quarter++)
            {
                byte[] cut = file[..(file.Length * quarter / 4)];
                RejectException refused = Assert.Throws<RejectException>(() => PictureDecoder.Decode(cut, 512));
                Assert.Equal(RejectReason.Undecodable, refused.Reason);
            }
        }
    }

    [Theory]
    [InlineData(0xE1, 0)]
    [InlineData(0xFE, 0)]
    [InlineData(0xE1, 1)]
    public void Decode_CutJpegWithAThumbnail_IsRefused(byte marker, int progressive)
    {
        using Mat picture = TestPictures.Disc();
        using Mat small = TestPictures.Disc(32, 32);
        byte[] plain = picture.ImEncode(".jpg", new int[] { (int)ImwriteFlags.JpegProgressive, progressive });
        byte[] segment = [0xFF, marker, 0, 0, .. "Exif\0\0"u8, .. small.ImEncode(".jpg")];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(segment.Length - 2));
        byte[] whole = [.. plain[..2], .. segment, .. plain[2..]];

        using Mat decoded = PictureDecoder.Decode(whole, 512);
        RejectException refused = Assert.Throws<RejectException>(() => PictureDecoder.Decode(whole[..(segment.Length + (plain.Length / 2))], 512));

        Assert.Equal(picture.Size(), decoded.Size());
        Assert.Equal((RejectReason.Undecodable, "The file is cut off."), (refused.Reason, refused.Message));
    }

    [Theory]
    [InlineData(60000, 60000)]
    [InlineData(16385, 1)]
    [InlineData(10000, 10000)]
    public void Decode_HeaderClaimingTooMuch_IsABomb(int width, int height)
    {
        using Mat picture = TestPictures.Disc();
        byte[] file = picture.ImEncode(".png");
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(16), width);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(20), height);

        RejectException refused = Assert.Throws<RejectException>(() => PictureDecoder.Decode(file, 512));

        Assert.Equal(RejectReason.ImageBomb, refused.Reason);
    }
}
