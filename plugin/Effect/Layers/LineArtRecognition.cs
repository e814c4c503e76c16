namespace PdnColorize.Effect.Layers;

/// <summary>Tells lines from colours, so that the user need not say which layer is which.</summary>
/// <remarks>
/// Lines are thin: most of what is not paper ends within a few pixels, across at least. Colours and shading do not. The thresholds were chosen for that alone; a layer on
/// which they fail can be named in the dialog.
/// </remarks>
internal static class LineArtRecognition
{
    /// <summary>Pixels are looked at on a grid of this many columns and rows.</summary>
    private const int GridSide = 400;

    /// <summary>What differs from the paper by more than this in a channel is ink; a scan's noise is less.</summary>
    private const int InkDifference = 48;

    /// <summary>White that was filled in behind the lines is paper, whatever lies around it.</summary>
    private const byte NearlyWhite = 225;

    /// <summary>Alpha from which a pixel of a transparent layer is ink, if the layer has nothing darker: white lines.</summary>
    private const byte LightInkAlpha = 64;

    private const byte HalfOpaque = 128;
    private const double LeastPaperShare = 0.05;
    private const double LeastThinShare = 0.6;
    private const double LargestInkShare = 0.4;

    private delegate bool InkTest(ReadOnlySpan<byte> pixel);

    /// <summary>Whether a layer looks like line art.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static bool LooksLikeLines(ILayer layer, CancellationToken cancellationToken)
    {
        using ILayerPixels pixels = layer.Open();
        (byte Blue, byte Green, byte Red)? paper = Paper(pixels);
        (int blue, int green, int red) = paper ?? (255, 255, 255);
        bool? lines = Judge(pixels, IsInk, cancellationToken);
        if (lines is null && paper is null) lines = Judge(pixels, pixel => pixel[3] >= LightInkAlpha, cancellationToken);
        return lines ?? false;

        bool IsInk(ReadOnlySpan<byte> pixel)
        {
            int alpha = pixel[3];
            if (IsNearlyWhite(pixel)) return false;
            return Difference(pixel[0], blue, alpha) > InkDifference || Difference(pixel[1], green, alpha) > InkDifference || Difference(pixel[2], red, alpha) > InkDifference;
        }
    }

    private static int Difference(int channel, int paper, int alpha) => Math.Abs(channel - paper) * alpha / 255;

    /// <summary>Null without any ink.</summary>
    private static bool? Judge(ILayerPixels pixels, InkTest isInk, CancellationToken cancellationToken)
    {
        int reach = Math.Clamp(Math.Min(pixels.Width, pixels.Height) / 50, 6, 40);
        int ink = 0, thin = 0, seen = 0;
        foreach (int y in Grid(pixels.Height))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (int x in Grid(pixels.Width))
            {
                seen++;
                if (!isInk(Pixel(pixels, x, y))) continue;
                ink++;
                if (Run(pixels, isInk, x, y, 1, 0, reach) <= reach || Run(pixels, isInk, x, y, 0, 1, reach) <= reach) thin++;
            }
        }

        return ink == 0 ? null : ink <= seen * LargestInkShare && thin >= ink * LeastThinShare;
    }

    /// <summary>Length of the ink through a pixel in a direction; counting stops behind <paramref name="reach"/>.</summary>
    private static int Run(ILayerPixels pixels, InkTest isInk, int x, int y, int dx, int dy, int reach)
    {
        int length = 1;
        for (int sign = -1; sign <= 1; sign += 2)
        {
            for (int step = 1; length <= reach; step++)
            {
                int nextX = x + (sign * step * dx), nextY = y + (sign * step * dy);
                if (nextX < 0 || nextY < 0 || nextX >= pixels.Width || nextY >= pixels.Height || !isInk(Pixel(pixels, nextX, nextY))) break;
                length++;
            }
        }

        return length;
    }

    /// <summary>
    /// The paper's colour: white or transparent (null) if there is some of that, for a drawing whose largest area has a colour is a coloured one; else the most frequent
    /// colour, to 5 bits a channel.
    /// </summary>
    private static (byte Blue, byte Green, byte Red)? Paper(ILayerPixels pixels)
    {
        int[] counts = new int[1 << 15];
        int transparent = 0, white = 0, seen = 0;
        foreach (int y in Grid(pixels.Height))
        {
            foreach (int x in Grid(pixels.Width))
            {
                seen++;
                ReadOnlySpan<byte> pixel = Pixel(pixels, x, y);
                if (pixel[3] < HalfOpaque) transparent++;
                else if (IsNearlyWhite(pixel)) white++;
                else counts[((pixel[0] >> 3) << 10) | ((pixel[1] >> 3) << 5) | (pixel[2] >> 3)]++;
            }
        }

        if (transparent >= Math.Max(white, seen * LeastPaperShare)) return null;
        if (white >= seen * LeastPaperShare) return (255, 255, 255);
        int best = Array.IndexOf(counts, counts.Max());
        return (Middle(best >> 10), Middle(best >> 5), Middle(best));

        static byte Middle(int bits) => (byte)(((bits & 31) << 3) | 4);
    }

    private static bool IsNearlyWhite(ReadOnlySpan<byte> pixel) => pixel[0] >= NearlyWhite && pixel[1] >= NearlyWhite && pixel[2] >= NearlyWhite;

    private static ReadOnlySpan<byte> Pixel(ILayerPixels pixels, int x, int y) => pixels.Row(y).Slice(x * PixelArea.BytesPerPixel, PixelArea.BytesPerPixel);

    private static IEnumerable<int> Grid(int length)
    {
        int step = Math.Max(1, length / GridSide);
        for (int i = step / 2; i < length; i += step) yield return i;
    }
}
