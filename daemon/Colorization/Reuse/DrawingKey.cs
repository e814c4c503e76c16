using System.IO.Hashing;
using System.Runtime.InteropServices;
using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Reuse;

/// <summary>Stands for a drawing and how it becomes line art: equal keys mean equal pixels.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Hash">
/// XXH3 of the pixels, 128 bits, of several parts' hashes: 4096 x 4096 take 5 ms, where SHA-256 takes 40. Nobody is kept out by it: who can send drawings is the user, and two that collide by chance are not to be expected
/// within the age of the universe.
/// </param>
/// <param name="Options">How it becomes line art.</param>
internal sealed record DrawingKey(int Width, int Height, UInt128 Hash, LineArtOptions Options)
{
    /// <summary>Below this, handing work to other cores costs more than it gains.</summary>
    private const int PartBytes = 4 * 1024 * 1024;

    public static DrawingKey Of(Picture drawing, LineArtOptions options) => new(drawing.Width, drawing.Height, HashOf(drawing.Pixels), options);

    private static UInt128 HashOf(byte[] pixels)
    {
        UInt128[] parts = new UInt128[((pixels.Length - 1) / PartBytes) + 1];
        Parallel.For(0, parts.Length, part =>
        {
            int first = part * PartBytes;
            parts[part] = XxHash128.HashToUInt128(pixels.AsSpan(first, Math.Min(PartBytes, pixels.Length - first)));
        });
        return XxHash128.HashToUInt128(MemoryMarshal.AsBytes(parts.AsSpan()));
    }
}
