using System.IO.Hashing;
using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Reuse;

/// <summary>Stands for a drawing and how it becomes line art: equal keys mean equal pixels.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Hash">
/// XXH3 of the pixels, 128 bits: 4096 x 4096 take 5 ms, where SHA-256 takes 40. Nobody is kept out by it: who can send drawings is the user, and two that collide by chance are not to be expected
/// within the age of the universe.
/// </param>
/// <param name="Options">How it becomes line art.</param>
internal sealed record DrawingKey(int Width, int Height, UInt128 Hash, LineArtOptions Options)
{
    public static DrawingKey Of(Picture drawing, LineArtOptions options) =>
        new(drawing.Width, drawing.Height, XxHash128.HashToUInt128(drawing.Pixels), options);
}
