namespace PdnColorize.Training.Evaluation.Metrics;

/// <summary>How colourful a picture is, whatever the original's colours are.</summary>
internal static class PaletteMeasures
{
    /// <summary>Hues are counted in bins of 30 degrees.</summary>
    private const int HueBins = 12;

    /// <summary>Paper is white where all channels are at least this.</summary>
    private const byte White = 240;

    /// <summary>Mean chroma in CIELAB, 0 to about 130.</summary>
    /// <param name="lab">The pixels.</param>
    /// <param name="counts">Which pixels count.</param>
    public static double MeanChroma((double L, double A, double B)[] lab, bool[] counts)
    {
        double sum = 0;
        int pixels = 0;
        for (int i = 0; i < lab.Length; i++)
            if (counts[i]) (sum, pixels) = (sum + Chroma(lab[i]), pixels + 1);
        return pixels == 0 ? 0 : sum / pixels;
    }

    /// <summary>The number of hues: exp of the entropy of 12 bins of CIELAB's hue, each pixel weighing as much as its chroma. 1 (a single hue, or none) to 12.</summary>
    /// <param name="lab">The pixels.</param>
    /// <param name="counts">Which pixels count.</param>
    public static double HueCount((double L, double A, double B)[] lab, bool[] counts)
    {
        double[] bins = new double[HueBins];
        for (int i = 0; i < lab.Length; i++)
        {
            if (!counts[i]) continue;
            double turn = (Math.Atan2(lab[i].B, lab[i].A) / (2 * Math.PI)) + 0.5;
            bins[Math.Min(HueBins - 1, (int)(turn * HueBins))] += Chroma(lab[i]);
        }

        double total = bins.Sum();
        if (total == 0) return 1;
        double entropy = 0;
        foreach (double bin in bins)
            if (bin > 0) entropy -= bin / total * Math.Log(bin / total);
        return Math.Exp(entropy);
    }

    /// <summary>How many pixels of the original are white paper, and how many of these are so in the result.</summary>
    /// <param name="result">Red, green, blue, interleaved.</param>
    /// <param name="original">The same.</param>
    /// <param name="counts">Which pixels count.</param>
    public static (int Kept, int Paper) WhitePaper(byte[] result, byte[] original, bool[] counts)
    {
        (int kept, int paper) = (0, 0);
        for (int i = 0; i < counts.Length; i++)
        {
            if (!counts[i] || !IsWhite(original, i)) continue;
            paper++;
            if (IsWhite(result, i)) kept++;
        }

        return (kept, paper);
    }

    /// <summary>Root mean square CIELAB distance of pixels from the mean colour of their region.</summary>
    /// <param name="lab">The pixels.</param>
    /// <param name="regions">Each pixel's region, from 0; negative where it does not count.</param>
    public static double Unevenness((double L, double A, double B)[] lab, int[] regions)
    {
        var sums = new (double L, double A, double B, double Squares, int Count)[regions.Max() + 1];
        for (int i = 0; i < lab.Length; i++)
        {
            if (regions[i] < 0) continue;
            (double l, double a, double b) = lab[i];
            ref (double L, double A, double B, double Squares, int Count) sum = ref sums[regions[i]];
            sum = (sum.L + l, sum.A + a, sum.B + b, sum.Squares + (l * l) + (a * a) + (b * b), sum.Count + 1);
        }

        double squares = 0;
        int count = 0;
        foreach ((double l, double a, double b, double square, int pixels) in sums)
        {
            if (pixels == 0) continue;
            squares += square - (((l * l) + (a * a) + (b * b)) / pixels);
            count += pixels;
        }

        return count == 0 ? 0 : Math.Sqrt(Math.Max(0, squares) / count);
    }

    private static double Chroma((double L, double A, double B) lab) => Math.Sqrt((lab.A * lab.A) + (lab.B * lab.B));

    private static bool IsWhite(byte[] rgb, int pixel) => Math.Min(rgb[pixel * 3], Math.Min(rgb[(pixel * 3) + 1], rgb[(pixel * 3) + 2])) >= White;
}
