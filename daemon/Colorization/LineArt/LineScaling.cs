using System.Numerics;
using PdnColorize.Colorization.Maps;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.LineArt;

/// <summary>Brings line art to another size without losing its lines.</summary>
internal static class LineScaling
{
    /// <summary>Windows up to this size are round, so that slanted lines change as straight ones do; the corners of larger ones matter less.</summary>
    private const int LargestRound = 5;

    /// <summary>Differences in grey up to this are the soft edges of lines, not lines that thinning would erase.</summary>
    private const byte LeastErased = 48;

    /// <summary>Resizes line art; thin lines are thickened first, thick ones thinned, so that the result's lines are within the given widths.</summary>
    /// <param name="lineArt">The line art.</param>
    /// <param name="width">New width.</param>
    /// <param name="height">New height.</param>
    /// <param name="thinnest">Narrowest line in pixels of the new size. Averaging a line thinner than that over a pixel would leave a pale grey.</param>
    /// <param name="thickest">Widest line in pixels of the new size.</param>
    public static Plane<byte> Resize(LineArtMap lineArt, int width, int height, double thinnest, double thickest = double.PositiveInfinity)
    {
        Plane<byte> source = lineArt.Lines;
        double scale = Math.Min((double)width / source.Width, (double)height / source.Height);
        Plane<byte> adjusted = AdjustWidth(source, lineArt.LineWidth, thinnest / scale, thickest / scale);
        if ((width, height) == (source.Width, source.Height)) return adjusted == source ? new Plane<byte>(width, height, [.. source.Data]) : adjusted;
        return scale < 1
            ? Resampling.Run(adjusted, AxisWeights.Area(source.Width, width), AxisWeights.Area(source.Height, height))
            : Resampling.Run(adjusted, AxisWeights.Linear(source.Width, width), AxisWeights.Linear(source.Height, height));
    }

    private static Plane<byte> AdjustWidth(Plane<byte> lines, double lineWidth, double thinnest, double thickest)
    {
        int grow = (int)Math.Round(thinnest - lineWidth);
        int shrink = double.IsFinite(thickest) ? (int)Math.Round(Math.Min(lineWidth - thickest, lineWidth / 2)) : 0;
        if (grow <= 0 && shrink <= 0) return lines;

        int size = 1 + Math.Max(grow, shrink);
        FilterWindow window = size <= LargestRound ? FilterWindow.Round(size) : FilterWindow.Square(size);
        return grow > 0 ? ExtremeFilter.Darkest(lines, window) : Thin(lines, window);
    }

    /// <summary>Makes lines thinner; those that would vanish, because they are thinner than the drawing's typical line, stay as they are.</summary>
    private static Plane<byte> Thin(Plane<byte> lines, FilterWindow window)
    {
        Plane<byte> thinned = ExtremeFilter.Lightest(lines, window);
        // What thinning and widening again does not give back was erased.
        Plane<byte> erased = ExtremeFilter.Darkest(thinned, window.Mirrored());
        MarkErased(erased.Data, lines.Data);
        // A thick line that a thin one ends at has drawn back by half of what it became thinner.
        Plane<byte> restored = ExtremeFilter.Lightest(erased, FilterWindow.Square(window.Size + 2));
        Restore(thinned.Data, lines.Data, restored.Data);
        return thinned;
    }

    /// <summary>Replaces grey by 255 where it is much lighter than it was before, by 0 elsewhere.</summary>
    private static void MarkErased(Span<byte> grey, ReadOnlySpan<byte> before)
    {
        int i = 0;
        for (; i <= grey.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector<byte> earlier = new(before[i..]);
            Vector<byte> lighter = Vector.Max(new Vector<byte>(grey[i..]), earlier) - earlier;
            Vector.GreaterThan(lighter, new Vector<byte>(LeastErased)).CopyTo(grey[i..]);
        }

        for (; i < grey.Length; i++) grey[i] = grey[i] - before[i] > LeastErased ? (byte)255 : (byte)0;
    }

    /// <summary>Puts back what was there before, where it is marked.</summary>
    private static void Restore(Span<byte> grey, ReadOnlySpan<byte> before, ReadOnlySpan<byte> marks)
    {
        int i = 0;
        for (; i <= grey.Length - Vector<byte>.Count; i += Vector<byte>.Count)
            Vector.ConditionalSelect(new Vector<byte>(marks[i..]), new Vector<byte>(before[i..]), new Vector<byte>(grey[i..])).CopyTo(grey[i..]);
        for (; i < grey.Length; i++)
            if (marks[i] != 0) grey[i] = before[i];
    }
}
