using System.Security.Cryptography;
using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Reuse;

/// <summary>Stands for a drawing and how it becomes line art: equal keys mean equal pixels.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Hash">SHA-256 over the SHA-256 of each piece of the pixels, in hexadecimal digits.</param>
/// <param name="Options">How it becomes line art.</param>
internal sealed record DrawingKey(int Width, int Height, string Hash, LineArtOptions Options)
{
    /// <summary>Pieces are hashed at the same time; 64 MiB in one piece would take as long as colouring a small drawing.</summary>
    private const int PieceBytes = 1 << 20;

    public static DrawingKey Of(Picture drawing, LineArtOptions options)
    {
        byte[] pixels = drawing.Pixels;
        int pieces = (pixels.Length + PieceBytes - 1) / PieceBytes;
        byte[] hashes = new byte[pieces * SHA256.HashSizeInBytes];
        Parallel.For(0, pieces, piece =>
        {
            int start = piece * PieceBytes;
            ReadOnlySpan<byte> bytes = pixels.AsSpan(start, Math.Min(PieceBytes, pixels.Length - start));
            SHA256.HashData(bytes, hashes.AsSpan(piece * SHA256.HashSizeInBytes, SHA256.HashSizeInBytes));
        });
        return new DrawingKey(drawing.Width, drawing.Height, Convert.ToHexString(SHA256.HashData(hashes)), options);
    }
}
