using PdnColorize.Colorization;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Training.Evaluation.Metrics;

/// <summary>How much colours vary inside closed regions: those of a result that leaks over lines vary more than the original's.</summary>
internal static class ColorLeakage
{
    /// <summary>Mean squared distance of the paper's pixels from their region's mean colour, red, green and blue added up (0..195075).</summary>
    /// <param name="channel">Value of a pixel and channel 0..2, 0..255.</param>
    /// <param name="drawing">The drawing at the pixels' size; its regions.</param>
    public static double VarianceInRegions(Func<int, int, byte> channel, PreparedDrawing drawing)
    {
        int[] labels = drawing.Regions.Labels.Data;
        int[] counts = new int[drawing.Regions.Count + 1];
        long[] sums = new long[counts.Length * 3];
        long[] squares = new long[counts.Length];
        long paper = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            if (drawing.Distances[i] <= 0) continue;
            paper++;
            counts[labels[i]]++;
            for (int c = 0; c < 3; c++)
            {
                int value = channel(i, c);
                sums[(labels[i] * 3) + c] += value;
                squares[labels[i]] += value * value;
            }
        }

        double total = 0;
        for (int label = 0; label < counts.Length; label++)
        {
            if (counts[label] == 0) continue;
            total += squares[label];
            for (int c = 0; c < 3; c++) total -= (double)sums[(label * 3) + c] * sums[(label * 3) + c] / counts[label];
        }

        return paper == 0 ? 0 : total / paper;
    }

    /// <summary>The same for a picture.</summary>
    public static double VarianceInRegions(Picture picture, PreparedDrawing drawing) =>
        VarianceInRegions((pixel, channel) => picture.Pixels[(pixel * Picture.BytesPerPixel) + 2 - channel], drawing);
}
