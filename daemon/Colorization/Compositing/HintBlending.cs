using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Compositing;

/// <summary>Makes the result agree with the hints.</summary>
/// <remarks>
/// In a region that hints touch, each pixel takes the colour of the nearest one; the network, which has seen the hints too, paints all other regions. Letting the network
/// choose among the hints of a region was tried: better by 2 to 3 dB where an outline is wide open, but its votes left ragged patches where the nearest hint alone
/// gives the clean border that a user can predict and mend with another dot.
/// </remarks>
internal static class HintBlending
{
    /// <summary>Fills the regions that hints touch, in place.</summary>
    public static void Run(ColorField field, WorkingHints hints)
    {
        for (int i = 0; i < hints.Reached.Length; i++)
        {
            int seed = hints.Reached.Data[i];
            if (seed == 0) continue;
            hints.SeedColors.AsSpan(seed * ColorField.Channels, ColorField.Channels).CopyTo(field.Data.AsSpan(i * ColorField.Channels));
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
