using System.Buffers.Binary;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Tests.Pictures;

/// <summary>What the first bytes of a file say, before any decoder sees them.</summary>
public sealed class PictureHeaderTests
{
    public static TheoryData<string> Names =>
    [
        "alpha.png", "animated.gif", "animated.webp", "cmyk.jpg", "deep.png", "gray-alpha.png", "interlaced.gif", "interlaced.png",
        "palette.png", "plain.jpg", "plain.png", "rotated.jpg", "transparent.gif",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_WholeFile_GivesFormatAndSize(string name)
    {
        PictureHeader header = PictureHeader.Read(PictureFixtures.Bytes(name))!.Value;

        // Also of rotated.jpg: the header has the size as stored.
        Assert.Equal((20, 24, true), (header.Width, header.Height, header.IsComplete));
        string extension = name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];
        Assert.Equal(extension, header.Format == PictureFormat.Jpeg ? "jpg" : header.Format.ToString().ToLowerInvariant());
    }

    [Theory]
    [InlineData(".png", PictureFormat.Png)]
    [InlineData(".jpg", PictureFormat.Jpeg)]
    [InlineData(".webp", PictureFormat.WebP)] // simple lossy, where animated.webp is the extended kind
    [InlineData(".bmp", PictureFormat.Bmp)]
    [InlineData(".tif", PictureFormat.Tiff)]
    public void Read_FileOfOpenCv_GivesFormatAndSize(string extension, object format) =>
        Assert.Equal(new PictureHeader((PictureFormat)format, 20, 24, true), PictureHeader.Read(PictureFixtures.Encode(extension)));

    [Theory]
    [InlineData(PictureFormat.Png)]
    [InlineData(PictureFormat.Jpeg)]
    [InlineData(PictureFormat.WebP)]
    [InlineData(PictureFormat.Gif)]
    [InlineData(PictureFormat.Bmp)]
    [InlineData(PictureFormat.Tiff)]
    public void Read_EveryCutOfAFile_NeverThrowsNorGivesAnotherSize(PictureFormat format)
    {
        byte[] whole = PictureFixtures.BytesOf(format);

        for (int length = 0; length < whole.Length; length++)
        {
            if (PictureHeader.Read(whole.AsSpan(0, length)) is not { } header) continue;
            Assert.Equal(format, header.Format);
            Assert.True(header is { Width: 0, Height: 0, IsComplete: false } or { Width: 20, Height: 24 }, $"{length} bytes gave {header}.");
        }
    }

    // GIF and TIFF do not say how long they are; there the decoder finds out (see PictureFileTests).
    [Theory]
    [InlineData(PictureFormat.Png, 8)] // of the last chunk, the length before its name is lost at 8 bytes from the end
    [InlineData(PictureFormat.Jpeg, 1)]
    [InlineData(PictureFormat.WebP, 1)]
    [InlineData(PictureFormat.Bmp, 1)]
    public void Read_CutFile_IsNotComplete(PictureFormat format, int fromEnd)
    {
        byte[] whole = PictureFixtures.BytesOf(format);

        for (int length = 0; length <= whole.Length - fromEnd; length++)
            Assert.False(
                PictureHeader.Read(whole.AsSpan(0, length)) is { IsComplete: true },
                $"{length} of {whole.Length} bytes were taken for the whole file.");
    }

    [Fact]
    public void Read_CutJpegWithWholeThumbnail_IsNotComplete()
    {
        byte[] thumbnail = PictureFixtures.Bytes("plain.jpg");
        byte[] segment = [0xFF, 0xE1, 0, 0, .. "Exif\0\0"u8, .. thumbnail];
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(segment.Length - 2));
        byte[] picture = PictureFixtures.Encode(".jpg");
        byte[] whole = [.. picture[..2], .. segment, .. picture[2..]];

        Assert.Equal(new PictureHeader(PictureFormat.Jpeg, 20, 24, true), PictureHeader.Read(whole));
        Assert.Equal(new PictureHeader(PictureFormat.Jpeg, 20, 24, false), PictureHeader.Read(whole.AsSpan(0, whole.Length - 2)));
    }

    [Fact]
    public void Read_AnyByteChanged_NeverThrows()
    {
        foreach (PictureFormat format in Enum.GetValues<PictureFormat>())
        {
            byte[] bytes = PictureFixtures.BytesOf(format);
            for (int i = 0; i < bytes.Length; i++)
            {
                byte original = bytes[i];
                foreach (byte value in (ReadOnlySpan<byte>)[0x00, 0x7F, 0x80, 0xFF])
                {
                    bytes[i] = value;
                    PictureHeader? header = PictureHeader.Read(bytes);
                    Assert.True(header is null or { Width: >= 0, Height: >= 0 }, $"Byte {i} of the {format} as {value} gave {header}.");
                }

                bytes[i] = original;
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("B")]
    [InlineData("Dear diary,\n")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("RIFF\0\0\0\0WAVEfmt ")]
    public void Read_NoPicture_IsNull(string text) => Assert.Null(PictureHeader.Read(System.Text.Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void Read_BmpFromTheTopDown_GivesAPositiveHeight()
    {
        byte[] bytes = PictureFixtures.Encode(".bmp");
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(22), -24);

        Assert.Equal(24, PictureHeader.Read(bytes)!.Value.Height);
    }

    [Theory]
    [InlineData(0x80000000u)]
    [InlineData(0xFFFFFFFFu)]
    public void Read_PngClaimingMoreThanAnIntHolds_GivesThatSize(uint side)
    {
        byte[] bytes = PictureFixtures.Bytes("plain.png");
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(16), side);

        Assert.Equal(side, PictureHeader.Read(bytes)!.Value.Width);
    }
}
