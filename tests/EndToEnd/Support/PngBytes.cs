using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace PdnColorize.EndToEnd.Support;

/// <summary>Builds PNG files byte by byte, also ones that no encoder would write.</summary>
internal static class PngBytes
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>A grey PNG.</summary>
    /// <param name="width">Width that the header claims.</param>
    /// <param name="height">Height that the header claims.</param>
    /// <param name="bitDepth">Bits a pixel.</param>
    /// <param name="rows">The rows packed as the depth says, each behind a zero for "no filter"; as few as wanted.</param>
    public static byte[] Grey(int width, int height, byte bitDepth, byte[] rows)
    {
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = bitDepth;
        using MemoryStream file = new();
        file.Write(Signature);
        WriteChunk(file, "IHDR", header);
        WriteChunk(file, "IDAT", Compress(rows));
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Compress(byte[] bytes)
    {
        using MemoryStream compressed = new();
        using (ZLibStream stream = new(compressed, CompressionLevel.SmallestSize)) stream.Write(bytes);
        return compressed.ToArray();
    }

    private static void WriteChunk(MemoryStream file, string type, byte[] contents)
    {
        byte[] checkedBytes = [.. Encoding.ASCII.GetBytes(type), .. contents];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, contents.Length);
        file.Write(number);
        file.Write(checkedBytes);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(checkedBytes));
        file.Write(number);
    }

    /// <summary>The CRC of the PNG specification, annex D.</summary>
    private static uint Crc(byte[] bytes)
    {
        uint crc = 0xFFFFFFFF;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }

        return ~crc;
    }
}
