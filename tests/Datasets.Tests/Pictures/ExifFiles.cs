using System.Buffers.Binary;
using OpenCvSharp;

namespace PdnColorize.Datasets.Tests.Pictures;

/// <summary>Picture files whose EXIF data say how they are to be turned.</summary>
internal static class ExifFiles
{
    public static byte[] Jpeg(Mat picture, byte orientation)
    {
        byte[] plain = picture.ImEncode(".jpg");
        byte[] segment = [0xFF, 0xE1, 0, 0, .. "Exif\0\0"u8, .. Block(orientation, bigEndian: false)];
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(segment.Length - 2));
        return [.. plain[..2], .. segment, .. plain[2..]];
    }

    public static byte[] Png(Mat picture, byte orientation, bool bigEndian = false) => PngWith(picture, Block(orientation, bigEndian));

    /// <summary>A PNG with these bytes for EXIF data, in a chunk behind the header.</summary>
    public static byte[] PngWith(Mat picture, byte[] block)
    {
        byte[] plain = picture.ImEncode(".png");
        byte[] chunk = [0, 0, 0, 0, .. "eXIf"u8, .. block, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, block.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), CheckSum(chunk.AsSpan(4, chunk.Length - 8)));
        // Signature (8) and IHDR: 4 + 4 + 13 + 4.
        const int HeaderEnd = 33;
        return [.. plain[..HeaderEnd], .. chunk, .. plain[HeaderEnd..]];
    }

    /// <summary>A lossless WebP in the extended format, which alone can hold EXIF data: they come last.</summary>
    public static byte[] WebP(Mat picture, byte orientation, bool bigEndian = false)
    {
        const int Lossless = 101;
        byte[] plain = picture.ImEncode(".webp", new int[] { (int)ImwriteFlags.WebPQuality, Lossless });
        byte[] block = Block(orientation, bigEndian);
        const byte HasExif = 0x08;
        byte[] extended = [.. "VP8X"u8, 10, 0, 0, 0, HasExif, 0, 0, 0, (byte)(picture.Width - 1), 0, 0, (byte)(picture.Height - 1), 0, 0];
        byte[] file = [.. plain[..12], .. extended, .. plain[12..], .. "EXIF"u8, (byte)block.Length, 0, 0, 0, .. block];
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        return file;
    }

    /// <summary>EXIF data with two entries, of which the second is the orientation.</summary>
    public static byte[] Block(byte orientation, bool bigEndian) => bigEndian
        ? [.. "MM\0*"u8, 0, 0, 0, 8, 0, 2, 1, 0, 0, 3, 0, 0, 0, 1, 0, 96, 0, 0, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
        : [.. "II*\0"u8, 8, 0, 0, 0, 2, 0, 0, 1, 3, 0, 1, 0, 0, 0, 96, 0, 0, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0];

    private static uint CheckSum(ReadOnlySpan<byte> bytes)
    {
        uint sum = uint.MaxValue;
        foreach (byte value in bytes)
        {
            sum ^= value;
            for (int bit = 0; bit < 8; bit++) sum = (sum >> 1) ^ ((sum & 1) * 0xEDB88320);
        }

        return ~sum;
    }
}
