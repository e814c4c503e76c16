using System.Numerics;

namespace PdnColorize.Training.Evaluation.Metrics;

/// <summary>
/// SSIM of two planes (Wang, Bovik, Sheikh and Simoncelli, "Image Quality Assessment: From Error Visibility to Structural Similarity", 2004): Gaussian window of
/// 11 x 11 with deviation 1.5, K1 = 0.01, K2 = 0.03, range 255, mean over the windows that lie wholly inside.
/// </summary>
internal static class StructuralSimilarity
{
    private const int Radius = 5;
    private const double Deviation = 1.5;

    /// <summary>Sums over the window: of both planes, of their squares, of their product.</summary>
    private const int Sums = 5;

    private const double C1 = 0.01 * 255 * 0.01 * 255;
    private const double C2 = 0.03 * 255 * 0.03 * 255;

    private static readonly double[] Window = MakeWindow();

    /// <summary>-1 to 1; 1 for equal planes.</summary>
    /// <param name="first">Square plane, 0..255.</param>
    /// <param name="second">Of the same size.</param>
    /// <param name="side">Side in pixels, at least 11.</param>
    public static double Of(float[] first, float[] second, int side)
    {
        int inner = side - (2 * Radius);
        double[][] rows = [.. Enumerable.Range(0, side).Select(y => BlurRow(first.AsSpan(y * side, side), second.AsSpan(y * side, side)))];
        double[] blurred = new double[Sums * inner];
        double sum = 0;
        for (int y = 0; y < inner; y++)
        {
            Array.Clear(blurred);
            for (int k = 0; k < Window.Length; k++) AddScaled(blurred, rows[y + k], Window[k]);
            for (int x = 0; x < inner; x++)
            {
                (double meanA, double meanB) = (blurred[x], blurred[inner + x]);
                double varianceA = blurred[(2 * inner) + x] - (meanA * meanA);
                double varianceB = blurred[(3 * inner) + x] - (meanB * meanB);
                double covariance = blurred[(4 * inner) + x] - (meanA * meanB);
                sum += ((2 * meanA * meanB) + C1) * ((2 * covariance) + C2)
                    / (((meanA * meanA) + (meanB * meanB) + C1) * (varianceA + varianceB + C2));
            }
        }

        return sum / ((double)inner * inner);
    }

    /// <summary>Weighted sums along a row of a, b, a², b², ab, one after another.</summary>
    private static double[] BlurRow(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        int side = first.Length;
        int inner = side - (2 * Radius);
        double[] values = new double[Sums * side];
        for (int x = 0; x < side; x++)
        {
            (double a, double b) = (first[x], second[x]);
            (values[x], values[side + x], values[(2 * side) + x], values[(3 * side) + x], values[(4 * side) + x]) = (a, b, a * a, b * b, a * b);
        }

        double[] sums = new double[Sums * inner];
        for (int q = 0; q < Sums; q++)
            for (int k = 0; k < Window.Length; k++) AddScaled(sums.AsSpan(q * inner, inner), values.AsSpan((q * side) + k, inner), Window[k]);
        return sums;
    }

    private static void AddScaled(Span<double> target, ReadOnlySpan<double> source, double weight)
    {
        int i = 0;
        for (; i <= target.Length - Vector<double>.Count; i += Vector<double>.Count)
            (new Vector<double>(target[i..]) + (weight * new Vector<double>(source[i..]))).CopyTo(target[i..]);
        for (; i < target.Length; i++) target[i] += weight * source[i];
    }

    private static double[] MakeWindow()
    {
        double[] window = [.. Enumerable.Range(-Radius, (2 * Radius) + 1).Select(x => Math.Exp(-x * x / (2 * Deviation * Deviation)))];
        double sum = window.Sum();
        return [.. window.Select(weight => weight / sum)];
    }
}
