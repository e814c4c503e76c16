using System.Buffers.Binary;
using System.IO.Compression;

namespace PdnColorize.PaintDotNetHost.Pictures;

/// <summary>Writes PNG files with 8 bits for red, green, blue and alpha.</summary>
public static class PngWriter
{
    /// <summary>Writes a file: under another name first, so that there is never half a picture.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Write(string path, Picture picture)
    {
        string unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (FileStream file = File.Create(unfinished)) Write(file, picture);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    internal static void Write(Stream stream, Picture picture)
    {
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        (header[8], header[9]) = (8, 6);
        using MemoryStream compressed = new();
        using (ZLibStream zlib = new(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            byte[] row = new byte[1 + picture.Width * 4];
            for (int y = 0; y < picture.Height; y++)
            {
                ReadOnlySpan<byte> bgra = picture.Pixels.AsSpan(y * picture.Width * 4, picture.Width * 4);
                for (int i = 0; i < bgra.Length; i += 4) (row[i + 1], row[i + 2], row[i + 3], row[i + 4]) = (bgra[i + 2], bgra[i + 1], bgra[i], bgra[i + 3]);
                zlib.Write(row);
            }
        }

        stream.Write(PngChunks.Signature);
        PngChunks.Write(stream, "IHDR", header);
        PngChunks.Write(stream, "IDAT", compressed.ToArray());
        PngChunks.Write(stream, "IEND", []);
    }
}
