using System.Buffers.Binary;
using System.Text;

namespace PdnColorize.PaintDotNetHost.Pictures;

/// <summary>The parts that a PNG file consists of: length, four letters, data, checksum (PNG, Third Edition, section 5).</summary>
internal static class PngChunks
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1))];

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The next part, or null at the end.</summary>
    /// <exception cref="InvalidDataException">It is cut off or damaged.</exception>
    public static (string Type, byte[] Data)? Read(Stream stream)
    {
        byte[] head = new byte[8];
        int read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (read == 0) return null;
        uint length = BinaryPrimitives.ReadUInt32BigEndian(head);
        if (read < head.Length || length > stream.Length - stream.Position) throw new InvalidDataException("the PNG file is cut off");
        byte[] data = new byte[length];
        byte[] checksum = new byte[4];
        if (stream.ReadAtLeast(data, data.Length, throwOnEndOfStream: false) < data.Length || stream.ReadAtLeast(checksum, 4, throwOnEndOfStream: false) < 4)
            throw new InvalidDataException("the PNG file is cut off");
        if (BinaryPrimitives.ReadUInt32BigEndian(checksum) != Checksum(head.AsSpan(4), data)) throw new InvalidDataException("the PNG file is damaged: a checksum is wrong");
        return (Encoding.ASCII.GetString(head, 4, 4), data);
    }

    public static void Write(Stream stream, string type, ReadOnlySpan<byte> data)
    {
        byte[] head = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(head, data.Length);
        Encoding.ASCII.GetBytes(type, head.AsSpan(4));
        byte[] checksum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Checksum(head.AsSpan(4), data));
        stream.Write(head);
        stream.Write(data);
        stream.Write(checksum);
    }

    private static uint Checksum(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data) => ~Update(Update(uint.MaxValue, type), data);

    private static uint Update(uint value, ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes) value = Table[(byte)(value ^ b)] ^ (value >> 8);
        return value;
    }
}
