using System.Buffers.Binary;

namespace PdnColorize.Datasets.Pictures;

/// <summary>What the first bytes of a picture file say. The format is recognised by them, never by the file's name.</summary>
/// <param name="IsJpeg">Whether it is JPEG.</param>
/// <param name="Width">Claimed width in pixels; 0 when the file ends before it.</param>
/// <param name="Height">Claimed height in pixels.</param>
/// <param name="IsComplete">False when the file visibly ends too early: decoders fill the rest with grey and only warn.</param>
internal readonly record struct PictureHeader(bool IsJpeg, long Width, long Height, bool IsComplete)
{
    private static readonly PictureHeader CutOff = new(false, 0, 0, false);

    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads the header; null when the bytes are no PNG, JPEG or WebP.</summary>
    public static PictureHeader? Read(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith(PngSignature)) return ReadPng(file);
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return ReadJpeg(file);
        if (file.Length >= 12 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8)) return ReadWebP(file);
        return null;
    }

    private static PictureHeader ReadPng(ReadOnlySpan<byte> file)
    {
        // Signature (8), then the IHDR chunk: length (4), type (4), width (4), height (4).
        if (file.Length < 24) return CutOff;
        return new(
            false,
            BinaryPrimitives.ReadUInt32BigEndian(file[16..]),
            BinaryPrimitives.ReadUInt32BigEndian(file[20..]),
            file.LastIndexOf("IEND"u8) >= 0);
    }

    private static PictureHeader ReadJpeg(ReadOnlySpan<byte> file)
    {
        int width = 0;
        int height = 0;
        int at = 2;
        while (at + 4 <= file.Length)
        {
            byte marker = file[at + 1];
            // 0xFF may be repeated before a marker; other bytes between segments are junk that decoders skip too.
            if (file[at] != 0xFF || marker == 0xFF)
            {
                at++;
                continue;
            }

            // Start of frame; C4 (Huffman tables), C8 (reserved) and CC (arithmetic conditioning) are not among them.
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                if (at + 9 > file.Length) return CutOff;
                height = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]);
                width = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]);
            }

            // Start of scan. Only behind it an end marker is the picture's own: segments before it may hold a thumbnail, which has one too.
            if (marker == 0xDA) return new(true, width, height, file[at..].IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0);

            bool standsAlone = marker is 0x01 or (>= 0xD0 and <= 0xD8);
            at += standsAlone ? 2 : 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }

        return CutOff;
    }

    private static PictureHeader ReadWebP(ReadOnlySpan<byte> file)
    {
        if (file.Length < 30) return CutOff;
        bool complete = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) + 8L <= file.Length;
        ReadOnlySpan<byte> chunk = file[12..];
        if (chunk.StartsWith("VP8X"u8)) return new(false, 1 + ReadUInt24(file[24..]), 1 + ReadUInt24(file[27..]), complete);
        if (chunk.StartsWith("VP8L"u8))
        {
            uint bits = BinaryPrimitives.ReadUInt32LittleEndian(file[21..]);
            return new(false, 1 + (bits & 0x3FFF), 1 + ((bits >> 14) & 0x3FFF), complete);
        }

        if (!chunk.StartsWith("VP8 "u8)) return CutOff;
        int width = BinaryPrimitives.ReadUInt16LittleEndian(file[26..]) & 0x3FFF;
        int height = BinaryPrimitives.ReadUInt16LittleEndian(file[28..]) & 0x3FFF;
        return new(false, width, height, complete);
    }

    private static int ReadUInt24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
