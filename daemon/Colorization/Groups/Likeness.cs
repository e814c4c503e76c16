namespace PdnColorize.Colorization.Groups;

/// <summary>How likely two parts share a color, as a logit: above 0 for rather yes.</summary>
internal static class Likeness
{
    /// <summary>The logit of a cosine, as the reading network was trained: 6 x cosine - 2.</summary>
    private const float Steepness = 6;
    private const float Bias = -2;

    /// <summary>The most that a border says against a common color: two sleeves have the coat between them.</summary>
    private const double StrongestBorder = -2;

    /// <summary>No border is surer than this, one way or the other.</summary>
    private const double SurestBorder = 0.98;

    /// <summary>By two embeddings of length 1.</summary>
    public static double OfEmbeddings(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        float cosine = 0;
        for (int i = 0; i < one.Length; i++) cosine += one[i] * other[i];
        return (Steepness * cosine) + Bias;
    }

    /// <summary>By the border between them, 0 to 255. (With half of its weight 0.2 dB less on drawings of three kinds with 10 hints.)</summary>
    public static double OfBorder(double strength)
    {
        double probability = Math.Clamp(strength / 255, 1 - SurestBorder, SurestBorder);
        return Math.Max(StrongestBorder, Math.Log((1 - probability) / probability));
    }
}
