using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Training.Evaluation.Metrics;

/// <summary>How close a result is to the original, pixel by pixel.</summary>
internal static class PictureSimilarity
{
    /// <summary>A perfect result counts as this many dB, not as infinitely many.</summary>
    private const double BestPsnr = 60;

    /// <summary>Peak signal-to-noise ratio in dB over red, green and blue, at most 60.</summary>
    public static double Psnr(ScoredPicture first, ScoredPicture second)
    {
        ReadOnlySpan<byte> a = first.Square.Pixels;
        ReadOnlySpan<byte> b = second.Square.Pixels;
        long squares = 0;
        for (int i = 0; i < a.Length; i++) squares += (a[i] - b[i]) * (a[i] - b[i]);
        return squares == 0 ? BestPsnr : Math.Min(BestPsnr, 10 * Math.Log10(255.0 * 255 * a.Length / squares));
    }

    /// <summary>Mean CIEDE2000 difference.</summary>
    public static double ColorDifference(ScoredPicture first, ScoredPicture second)
    {
        (double L, double A, double B)[] a = first.Lab;
        (double L, double A, double B)[] b = second.Lab;
        double sum = 0;
        double difference = 0;
        for (int i = 0; i < a.Length; i++)
        {
            if (i == 0 || a[i] != a[i - 1] || b[i] != b[i - 1]) difference = a[i] == b[i] ? 0 : Ciede2000.Difference(a[i], b[i]);
            sum += difference;
        }

        return sum / a.Length;
    }
}
