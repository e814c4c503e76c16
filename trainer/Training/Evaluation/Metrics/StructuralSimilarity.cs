namespace PdnColorize.Training.Evaluation.Metrics;

/// <summary>
/// SSIM of two planes (Wang, Bovik, Sheikh and Simoncelli, "Image Quality Assessment: From Error Visibility to Structural Similarity", 2004): Gaussian window of
/// 11 x 11 with deviation 1.5, K1 = 0.01, K2 = 0.03, range 255, mean over the windows that lie wholly inside.
/// </summary>
internal static class StructuralSimilarity
{
    private const int Radius = 5;
    private const double Deviation = 1.5;
    private const double C1 = 0.01 * 255 * 0.01 * 255;
    private const double C2 = 0.03 * 255 * 0.03 * 255;

    private static readonly double[] Window = MakeWindow();

    /// <summary>-1 to 1; 1 for equal planes.</summary>
    /// <param name="first">Square plane, 0..255.</param>
    /// <param name="second">Of the same size.</param>
    /// <param name="side">Side in pixels, at least 11.</param>
    public static double Of(float[] first, float[] second, int side)
    {
        // Row by row: blurring along rows first leaves five sums for each pixel of the window's rows.
        int inner = side - (2 * Radius);
        double[][] rows = [.. Enumerable.Range(0, side).Select(y => BlurRow(first.AsSpan(y * side, side), second.AsSpan(y * side, side), inner))];
        double sum = 0;
        Span<double> blurred = stackalloc double[5];
        for (int y = 0; y < inner; y++)
        {
            for (int x = 0; x < inner; x++)
            {
                blurred.Clear();
                for (int k = 0; k < Window.Length; k++)
                    for (int q = 0; q < 5; q++) blurred[q] += Window[k] * rows[y + k][(x * 5) + q];
                (double meanA, double meanB) = (blurred[0], blurred[1]);
                double varianceA = blurred[2] - (meanA * meanA);
                double varianceB = blurred[3] - (meanB * meanB);
                double covariance = blurred[4] - (meanA * meanB);
                sum += ((2 * meanA * meanB) + C1) * ((2 * covariance) + C2)
                    / (((meanA * meanA) + (meanB * meanB) + C1) * (varianceA + varianceB + C2));
            }
        }

        return sum / ((double)inner * inner);
    }

    /// <summary>Weighted sums of a, b, a², b², ab for each window of a row.</summary>
    private static double[] BlurRow(ReadOnlySpan<float> first, ReadOnlySpan<float> second, int inner)
    {
        double[] sums = new double[inner * 5];
        for (int x = 0; x < inner; x++)
        {
            for (int k = 0; k < Window.Length; k++)
            {
                (double a, double b, double weight) = (first[x + k], second[x + k], Window[k]);
                sums[x * 5] += weight * a;
                sums[(x * 5) + 1] += weight * b;
                sums[(x * 5) + 2] += weight * a * a;
                sums[(x * 5) + 3] += weight * b * b;
                sums[(x * 5) + 4] += weight * a * b;
            }
        }

        return sums;
    }

    private static double[] MakeWindow()
    {
        double[] window = [.. Enumerable.Range(-Radius, (2 * Radius) + 1).Select(x => Math.Exp(-x * x / (2 * Deviation * Deviation)))];
        double sum = window.Sum();
        return [.. window.Select(weight => weight / sum)];
    }
}
