namespace PdnColorize.Training.Reading;

/// <summary>How well the network reads drawings that it was not trained on.</summary>
/// <param name="Precision">Share of the borders it found that are borders, within a pixel.</param>
/// <param name="Recall">Share of the borders that it found, within a pixel.</param>
/// <param name="PairAccuracy">Share of the pairs of points that it judged right; pairs of equal and of different colours count the same.</param>
public sealed record ReadingScore(double Precision, double Recall, double PairAccuracy)
{
    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Scores one drawing.</summary>
    /// <param name="logits">Side x side: the network's borders; above 0 is one.</param>
    /// <param name="border">Side x side: the true ones; above a half is one.</param>
    /// <param name="side">Side in pixels.</param>
    /// <param name="likeness">Points x points, above 0 for "the same colour".</param>
    /// <param name="equal">Points x points, 1 for pairs of one colour.</param>
    /// <param name="weight">Points x points, 0 for pairs that do not count.</param>
    internal static ReadingScore Of(ReadOnlySpan<float> logits, ReadOnlySpan<float> border, int side, ReadOnlySpan<float> likeness, ReadOnlySpan<float> equal, ReadOnlySpan<float> weight)
    {
        (int found, int right, int real, int seen) = (0, 0, 0, 0);
        for (int i = 0; i < border.Length; i++)
        {
            if (logits[i] > 0)
            {
                found++;
                if (AnyAround(border, i, side, 0.5f)) right++;
            }

            if (border[i] > 0.5f)
            {
                real++;
                if (AnyAround(logits, i, side, 0)) seen++;
            }
        }

        (double equalRight, double differentRight) = (0, 0);
        for (int i = 0; i < equal.Length; i++)
        {
            if (weight[i] == 0) continue;
            if (equal[i] > 0 && likeness[i] > 0) equalRight += weight[i];
            if (equal[i] == 0 && likeness[i] <= 0) differentRight += weight[i];
        }

        return new ReadingScore(found == 0 ? 0 : (double)right / found, real == 0 ? 1 : (double)seen / real, equalRight + differentRight);
    }

    private static bool AnyAround(ReadOnlySpan<float> values, int pixel, int side, float above)
    {
        (int x, int y) = (pixel % side, pixel / side);
        for (int v = Math.Max(0, y - 1); v <= Math.Min(side - 1, y + 1); v++)
            for (int u = Math.Max(0, x - 1); u <= Math.Min(side - 1, x + 1); u++)
                if (values[(v * side) + u] > above) return true;
        return false;
    }
}
