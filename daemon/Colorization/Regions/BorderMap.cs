using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Regions;

/// <summary>Where a reading network expects colours to differ.</summary>
/// <param name="Strength">0 for certainly the same colour on all sides of a pixel, 255 for certainly different ones; smaller than the drawing, of its proportions.</param>
internal sealed record BorderMap(Plane<byte> Strength)
{
    /// <summary>The map in another size: between its pixels when growing, the strongest of those that fall together when shrinking, so that no border breaks.</summary>
    public Plane<byte> Resize(int width, int height)
    {
        if (width == Strength.Width && height == Strength.Height) return Strength;
        Plane<byte> wide = new(width, Strength.Height);
        Rows.ForEach(Strength.Height, y => ResizeLine(Strength.Data.AsSpan(y * Strength.Width), 1, Strength.Width, wide.Row(y), 1, width));
        Plane<byte> result = new(width, height);
        for (int x = 0; x < width; x++) ResizeLine(wide.Data.AsSpan(x), width, Strength.Height, result.Data.AsSpan(x), width, height);
        return result;
    }

    /// <summary>The strongest border among each pixel and its eight neighbours.</summary>
    public BorderMap LocalMaximum() => new(SlidingWindow.Maximum(Strength, radius: 1));

    private static void ResizeLine(ReadOnlySpan<byte> source, int sourceStep, int sourceCount, Span<byte> target, int targetStep, int targetCount)
    {
        double scale = (double)sourceCount / targetCount;
        for (int i = 0; i < targetCount; i++)
        {
            if (scale > 1)
            {
                byte strongest = 0;
                int end = Math.Min(sourceCount, (int)Math.Ceiling((i + 1) * scale));
                for (int k = (int)(i * scale); k < end; k++) strongest = Math.Max(strongest, source[k * sourceStep]);
                target[i * targetStep] = strongest;
                continue;
            }

            double at = Math.Clamp(((i + 0.5) * scale) - 0.5, 0, sourceCount - 1);
            int left = (int)at;
            int right = Math.Min(sourceCount - 1, left + 1);
            double value = source[left * sourceStep] + ((at - left) * (source[right * sourceStep] - source[left * sourceStep]));
            target[i * targetStep] = (byte)Math.Round(value);
        }
    }
}
