using System.Buffers.Binary;

namespace PdnColorize.Colorization.Pictures;

/// <summary>What the first bytes of a picture file say: its format, its size, and whether the file goes on to its end.</summary>
/// <param name="Format">The format.</param>
/// <param name="Width">Claimed width in pixels.</param>
/// <param name="Height">Claimed height in pixels.</param>
/// <param name="IsComplete">False when the file visibly ends too early.</param>
internal readonly record struct PictureHeader(PictureFormat Format, long Width, long Height, bool IsComplete)
{
    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> PngEnd => "IEND"u8;

    private static ReadOnlySpan<byte> JpegEnd => [0xFF, 0xD9];

    /// <summary>Reads the header; null when the bytes are no picture of a known format.</summary>
    public static PictureHeader? Read(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith(PngSignature)) return ReadPng(file);
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return ReadJpeg(file);
        if (file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8)) return ReadGif(file);
        if (file.StartsWith("RIFF"u8) && file.Length >= 12 && file[8..].StartsWith("WEBP"u8)) return ReadWebP(file);
        if (file.StartsWith("BM"u8)) return ReadBmp(file);
        if (file.StartsWith("II*\0"u8) || file.StartsWith("MM\0*"u8)) return ReadTiff(file);
        return null;
    }

    private static PictureHeader? ReadPng(ReadOnlySpan<byte> file)
    {
        // Signature, then the IHDR chunk: length (4), type (4), width (4), height (4).
        if (file.Length < 24) return new(PictureFormat.Png, 0, 0, false);
        uint width = BinaryPrimitives.ReadUInt32BigEndian(file[16..]);
        uint height = BinaryPrimitives.ReadUInt32BigEndian(file[20..]);
        return new(PictureFormat.Png, width, height, file.LastIndexOf(PngEnd) >= 0);
    }

    private static PictureHeader? ReadJpeg(ReadOnlySpan<byte> file)
    {
        int at = 2;
        while (at + 9 < file.Length)
        {
            if (file[at] != 0xFF)
            {
                at++;
                continue;
            }

            byte marker = file[at + 1];
            if (marker is 0xFF)
            {
                at++;
                continue;
            }

            // Start-of-frame markers; C4 (Huffman tables), C8 (reserved) and CC (arithmetic conditioning) are not among them.
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                int height = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]);
                int width = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]);
                // Decoders fill what a cut file lacks with grey and only warn, so the end marker is looked for here; only behind the
                // frame's header, because a thumbnail before it ends with the same marker.
                bool complete = file[at..].LastIndexOf(JpegEnd) > 0;
                return new(PictureFormat.Jpeg, width, height, complete);
            }

            bool standsAlone = marker is 0x01 or (>= 0xD0 and <= 0xD8);
            at += standsAlone ? 2 : 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }

        return new(PictureFormat.Jpeg, 0, 0, false);
    }

    private static PictureHeader? ReadGif(ReadOnlySpan<byte> file)
    {
        if (file.Length < 13) return new(PictureFormat.Gif, 0, 0, false);
        return new(PictureFormat.Gif, BinaryPrimitives.ReadUInt16LittleEndian(file[6..]), BinaryPrimitives.ReadUInt16LittleEndian(file[8..]), true);
    }

    private static PictureHeader? ReadWebP(ReadOnlySpan<byte> file)
    {
        if (file.Length < 30) return new(PictureFormat.WebP, 0, 0, false);
        bool complete = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) + 8L <= file.Length;
        ReadOnlySpan<byte> chunk = file[12..];
        if (chunk.StartsWith("VP8X"u8))
            return new(PictureFormat.WebP, 1 + ReadUInt24(file[24..]), 1 + ReadUInt24(file[27..]), complete);
        if (chunk.StartsWith("VP8L"u8))
        {
            uint bits = BinaryPrimitives.ReadUInt32LittleEndian(file[21..]);
            return new(PictureFormat.WebP, 1 + (bits & 0x3FFF), 1 + ((bits >> 14) & 0x3FFF), complete);
        }

        if (chunk.StartsWith("VP8 "u8))
        {
            int width = BinaryPrimitives.ReadUInt16LittleEndian(file[26..]) & 0x3FFF;
            int height = BinaryPrimitives.ReadUInt16LittleEndian(file[28..]) & 0x3FFF;
            return new(PictureFormat.WebP, width, height, complete);
        }

        return new(PictureFormat.WebP, 0, 0, false);
    }

    private static PictureHeader? ReadBmp(ReadOnlySpan<byte> file)
    {
        if (file.Length < 26) return new(PictureFormat.Bmp, 0, 0, false);
        bool complete = BinaryPrimitives.ReadUInt32LittleEndian(file[2..]) <= (uint)file.Length;
        const int OldHeaderBytes = 12;
        return BinaryPrimitives.ReadUInt32LittleEndian(file[14..]) == OldHeaderBytes
            ? new(PictureFormat.Bmp, BinaryPrimitives.ReadUInt16LittleEndian(file[18..]), BinaryPrimitives.ReadUInt16LittleEndian(file[20..]), complete)
            : new(
                PictureFormat.Bmp,
                Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(file[18..])),
                Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(file[22..])),
                complete);
    }

    private static PictureHeader? ReadTiff(ReadOnlySpan<byte> file)
    {
        bool little = file[0] == (byte)'I';
        if (file.Length < 8) return new(PictureFormat.Tiff, 0, 0, false);
        uint directory = little ? BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) : BinaryPrimitives.ReadUInt32BigEndian(file[4..]);
        if (directory + 2L > file.Length) return new(PictureFormat.Tiff, 0, 0, false);

        int entries = ReadUInt16(file[(int)directory..], little);
        long width = 0;
        long height = 0;
        const int EntryBytes = 12;
        for (int i = 0; i < entries; i++)
        {
            long at = directory + 2L + (i * EntryBytes);
            if (at + EntryBytes > file.Length) return new(PictureFormat.Tiff, 0, 0, false);
            ReadOnlySpan<byte> entry = file.Slice((int)at, EntryBytes);
            const int ShortType = 3;
            long value = ReadUInt16(entry[2..], little) == ShortType ? ReadUInt16(entry[8..], little)
                : little ? BinaryPrimitives.ReadUInt32LittleEndian(entry[8..])
                : BinaryPrimitives.ReadUInt32BigEndian(entry[8..]);
            const int WidthTag = 256;
            const int HeightTag = 257;
            int tag = ReadUInt16(entry, little);
            if (tag == WidthTag) width = value;
            if (tag == HeightTag) height = value;
        }

        return new(PictureFormat.Tiff, width, height, true);
    }

    private static int ReadUInt16(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static int ReadUInt24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
