using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.LineArt;

/// <summary>Estimates how wide the lines of a drawing are.</summary>
internal static class LineWidth
{
    /// <summary>Grey below which a pixel counts as ink when runs are measured.</summary>
    private const byte InkBelow = 128;

    private const int SampledRows = 512;

    /// <summary>
    /// A straight line of width w that meets a row at angle t covers w / sin t pixels of it, and lines of random direction meet rows in proportion to
    /// sin t: the median run is the one at 60 degrees, w / sin 60.
    /// </summary>
    private static readonly double MedianRunOverWidth = 1 / Math.Sin(Math.PI / 3);

    /// <summary>Typical width of the lines in pixels, at least 0.5; 1 when there is no ink.</summary>
    /// <remarks>Looks at runs of ink along some rows and columns; filled areas and lines along a row give few long runs, which a median ignores.</remarks>
    public static double Estimate(Plane<byte> lines)
    {
        // Longer runs are filled areas. The histogram's step is a pixel; a run's length counts the grey of its two edge pixels.
        int[] runs = new int[513];
        int rowStep = Math.Max(1, lines.Height / SampledRows);
        for (int y = rowStep / 2; y < lines.Height; y += rowStep) CountRuns(lines, y * lines.Width, 1, lines.Width, runs);
        int columnStep = Math.Max(1, lines.Width / SampledRows);
        for (int x = columnStep / 2; x < lines.Width; x += columnStep) CountRuns(lines, x, lines.Width, lines.Height, runs);

        double median = Median(runs);
        return median == 0 ? 1 : Math.Max(0.5, median / MedianRunOverWidth);
    }

    private static void CountRuns(Plane<byte> lines, int start, int step, int count, int[] runs)
    {
        int length = 0;
        for (int i = 0, at = start; i < count; i++, at += step)
        {
            if (lines.Data[at] < InkBelow)
            {
                length++;
            }
            else if (length > 0)
            {
                if (length < runs.Length) runs[length]++;
                length = 0;
            }
        }
    }

    /// <summary>The median, between whole numbers: as if the runs of one length were spread evenly over that pixel.</summary>
    private static double Median(int[] histogram)
    {
        long total = histogram.Sum(n => (long)n);
        if (total == 0) return 0;
        double half = total / 2.0;
        long before = 0;
        for (int length = 1; length < histogram.Length; length++)
        {
            if (before + histogram[length] >= half) return length - 0.5 + ((half - before) / histogram[length]);
            before += histogram[length];
        }

        return 0;
    }
}
