using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Compositing;

/// <summary>Makes the network's colours agree with the hints in the regions that they touch.</summary>
internal static class HintBlending
{
    /// <summary>Replaces colours by the hint's, as far as <paramref name="strength"/> says.</summary>
    /// <param name="field">Changed in place.</param>
    /// <param name="hints">Where the hints reach.</param>
    /// <param name="strength">0 keeps the network's colour, 1 takes the hint's.</param>
    public static void Run(ColorField field, WorkingHints hints, float strength)
    {
        Plane<int> reached = hints.Reached;
        for (int i = 0; i < reached.Length; i++)
        {
            int seed = reached.Data[i];
            if (seed == 0) continue;
            for (int c = 0; c < ColorField.Channels; c++)
            {
                ref float value = ref field.Data[(i * ColorField.Channels) + c];
                value += strength * (hints.SeedColors[(seed * ColorField.Channels) + c] - value);
            }
        }
    }

    /// <summary>Writes every hint pixel into the result: what the user painted is what stands there.</summary>
    public static void PaintHintPixels(Picture result, HintSet hints)
    {
        for (int i = 0; i < hints.Count; i++)
        {
            int color = hints.Colors[i];
            RegionSampler.Write(color >> 16, (color >> 8) & 255, color & 255, result.Pixels.AsSpan(hints.Positions[i] * Picture.BytesPerPixel));
        }
    }
}
