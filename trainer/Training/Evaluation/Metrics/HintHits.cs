using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Evaluation.Pictures;

namespace PdnColorize.Training.Evaluation.Metrics;

/// <summary>Whether hints are obeyed where they stand.</summary>
internal static class HintHits
{
    /// <summary>Above this (CIEDE2000) are two colours.</summary>
    private const double HitBelow = 5;

    /// <summary>Share of the hints, 0..1, whose mean colour in the result is theirs. Null if none lies on paper.</summary>
    /// <param name="result">The coloured drawing.</param>
    /// <param name="hints">Hints on it.</param>
    /// <param name="isPaper">Whether a pixel is paper; what lies under a line does not count.</param>
    public static double? Share(Picture result, IEnumerable<PaintedHint> hints, Func<int, bool> isPaper)
    {
        int hits = 0;
        int count = 0;
        foreach (PaintedHint hint in hints)
        {
            (double red, double green, double blue, int pixels) = (0, 0, 0, 0);
            foreach (int at in hint.Positions.Where(isPaper))
            {
                ReadOnlySpan<byte> bgra = result.Pixels.AsSpan(at * Picture.BytesPerPixel, 3);
                (red, green, blue, pixels) = (red + bgra[2], green + bgra[1], blue + bgra[0], pixels + 1);
            }

            if (pixels == 0) continue;
            count++;
            (byte, byte, byte) mean = ((byte)Math.Round(red / pixels), (byte)Math.Round(green / pixels), (byte)Math.Round(blue / pixels));
            if (Ciede2000.Difference(mean, hint.Color) < HitBelow) hits++;
        }

        return count == 0 ? null : (double)hits / count;
    }
}
