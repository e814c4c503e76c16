using System.Buffers.Binary;

namespace PdnColorize.Colorization.Pictures.Codecs;

/// <summary>Shortens WebP animations: the decoder would decode all frames, and keep each in memory, when one is asked for.</summary>
/// <remarks>The container is Google's "WebP Container Specification": RIFF chunks (name, length, content padded to an even length), a frame in each chunk ANMF.</remarks>
internal static class WebPAnimation
{
    private const int FileHeaderBytes = 12;

    private const int ChunkHeaderBytes = 8;

    /// <summary>The file up to the end of its first frame; the same file when it is no animation.</summary>
    public static byte[] UpToFirstFrame(byte[] file)
    {
        long at = FileHeaderBytes;
        while (at + ChunkHeaderBytes <= file.Length)
        {
            ReadOnlySpan<byte> chunk = file.AsSpan((int)at);
            long length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            at += ChunkHeaderBytes + length + (length & 1);
            if (!chunk.StartsWith("ANMF"u8)) continue;
            if (at >= file.Length) return file;

            byte[] shortened = file[..(int)at];
            BinaryPrimitives.WriteUInt32LittleEndian(shortened.AsSpan(4), (uint)(at - ChunkHeaderBytes));
            return shortened;
        }

        return file;
    }
}
