using System.Buffers.Binary;
using OpenCvSharp;

namespace PdnColorize.Datasets.Pictures;

/// <summary>
/// How a PNG or WebP is to be turned to stand upright, by its EXIF data. OpenCV does that only for JPEG, and only when it decodes without alpha.
/// </summary>
internal static class ExifOrientation
{
    /// <summary>The orientation of a picture that is stored upright.</summary>
    public const int Upright = 1;

    private static ReadOnlySpan<byte> ExifPrefix => "Exif\0\0"u8;

    /// <summary>The orientation, 1 to 8, of a PNG or WebP; 1 when the file says nothing that makes sense.</summary>
    public static int Read(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("RIFF"u8)) return ReadBlock(FindWebPChunk(file));
        return file.Length > 8 && file[0] == 0x89 ? ReadBlock(FindPngChunk(file)) : Upright;
    }

    /// <summary>Turns and mirrors a picture in place.</summary>
    /// <param name="picture">The picture as it is stored.</param>
    /// <param name="orientation">1 to 8, as EXIF numbers them.</param>
    public static void Apply(Mat picture, int orientation)
    {
        // 5 to 8 lie on their side: transposed, they are as 1 to 4, of which 2 and 4 are mirrored and 3 stands on its head.
        if (orientation is >= 5 and <= 8) Cv2.Transpose(picture, picture);
        if (orientation is 2 or 6) Cv2.Flip(picture, picture, FlipMode.Y);
        if (orientation is 3 or 7) Cv2.Flip(picture, picture, FlipMode.XY);
        if (orientation is 4 or 8) Cv2.Flip(picture, picture, FlipMode.X);
    }

    private static ReadOnlySpan<byte> FindPngChunk(ReadOnlySpan<byte> file)
    {
        // Behind the signature (8), chunks of length (4), type (4), data and check sum (4).
        for (long at = 8; at + 12 <= file.Length;)
        {
            ReadOnlySpan<byte> chunk = file[(int)at..];
            uint length = BinaryPrimitives.ReadUInt32BigEndian(chunk);
            if (length > chunk.Length - 12) return [];
            if (chunk[4..].StartsWith("eXIf"u8)) return chunk.Slice(8, (int)length);
            at += 12L + length;
        }

        return [];
    }

    private static ReadOnlySpan<byte> FindWebPChunk(ReadOnlySpan<byte> file)
    {
        // Behind the header (12), chunks of type (4), length (4) and data, which is filled up to an even length.
        for (long at = 12; at + 8 <= file.Length;)
        {
            ReadOnlySpan<byte> chunk = file[(int)at..];
            uint length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            if (length > chunk.Length - 8) return [];
            if (chunk.StartsWith("EXIF"u8)) return chunk.Slice(8, (int)length);
            at += 8L + length + (length & 1);
        }

        return [];
    }

    /// <summary>Reads the tag from the first directory of a block, which is laid out as a TIFF file.</summary>
    private static int ReadBlock(ReadOnlySpan<byte> block)
    {
        // Only JPEG wants this prefix, but some programs write it everywhere.
        if (block.StartsWith(ExifPrefix)) block = block[ExifPrefix.Length..];
        bool little = block.StartsWith("II*\0"u8);
        if (block.Length < 8 || (!little && !block.StartsWith("MM\0*"u8))) return Upright;

        uint directory = little ? BinaryPrimitives.ReadUInt32LittleEndian(block[4..]) : BinaryPrimitives.ReadUInt32BigEndian(block[4..]);
        if (directory > block.Length - 2) return Upright;
        ReadOnlySpan<byte> entries = block[((int)directory + 2)..];
        // Each entry: tag (2), type (2), count (4), value (4).
        const int EntryBytes = 12;
        const int OrientationTag = 0x0112;
        int count = Math.Min(ReadUInt16(block[(int)directory..], little), entries.Length / EntryBytes);
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> entry = entries.Slice(i * EntryBytes, EntryBytes);
            if (ReadUInt16(entry, little) == OrientationTag) return ReadUInt16(entry[8..], little) is var value and <= 8 and > 0 ? value : Upright;
        }

        return Upright;
    }

    private static int ReadUInt16(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
