using PdnColorize.Colorization.Models;

namespace PdnColorize.Colorization.Networks;

/// <summary>Converts between red, green, blue and a model's colour space, all 0..255.</summary>
/// <remarks>
/// YUV is the 8-bit one of PaintsChainer's public recipe: Y = 0.299 R + 0.587 G + 0.114 B, U = 0.492 (B - Y) + 128, V = 0.877 (R - Y) + 128 (ITU-R BT.601's luma; the
/// scales are those of PAL's U and V). <see cref="ModelColorSpace.YuvOfBgr"/> takes blue for R and red for B.
/// </remarks>
internal static class ModelColors
{
    private const float RedShare = 0.299f;
    private const float GreenShare = 0.587f;
    private const float BlueShare = 0.114f;
    private const float BlueScale = 0.492f;
    private const float RedScale = 0.877f;
    private const float Middle = 128;

    /// <summary>One channel of a colour in the model's colour space.</summary>
    public static float FromRgb(ModelColorSpace space, ReadOnlySpan<float> rgb, int channel)
    {
        if (space == ModelColorSpace.Rgb) return rgb[channel];
        (float red, float blue) = space == ModelColorSpace.YuvOfBgr ? (rgb[2], rgb[0]) : (rgb[0], rgb[2]);
        float y = (RedShare * red) + (GreenShare * rgb[1]) + (BlueShare * blue);
        return channel switch
        {
            0 => y,
            1 => (BlueScale * (blue - y)) + Middle,
            _ => (RedScale * (red - y)) + Middle,
        };
    }

    /// <summary>Turns a colour of the model's colour space into red, green, blue in place; not clamped.</summary>
    public static void ToRgb(ModelColorSpace space, Span<float> color)
    {
        if (space == ModelColorSpace.Rgb) return;
        float y = color[0];
        float blue = y + ((color[1] - Middle) / BlueScale);
        float red = y + ((color[2] - Middle) / RedScale);
        color[1] = (y - (RedShare * red) - (BlueShare * blue)) / GreenShare;
        (color[0], color[2]) = space == ModelColorSpace.YuvOfBgr ? (blue, red) : (red, blue);
    }
}
