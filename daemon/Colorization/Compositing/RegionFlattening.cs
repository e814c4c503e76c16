using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Compositing;

/// <summary>Draws the colours in a closed region together: what a network smudges over a region's edge becomes fainter, its gradients stay.</summary>
internal static class RegionFlattening
{
    /// <summary>
    /// How far each colour goes towards its region's mean. Measured on four sets of pairs without hints: 16.40 dB at 0, 16.66 at 0.4, 16.74 at 0.8, which costs 0.2 dB where
    /// regions are shaded.
    /// </summary>
    private const float Share = 0.5f;

    /// <summary>Changes the field in place.</summary>
    public static void Run(ColorField field, Plane<int> labels, float[] means)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            for (int c = 0; c < ColorField.Channels; c++)
            {
                ref float value = ref field.Data[(i * ColorField.Channels) + c];
                value += Share * (means[(labels.Data[i] * ColorField.Channels) + c] - value);
            }
        }
    }
}
