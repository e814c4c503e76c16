using PaintDotNet;

namespace PdnColorize.PaintDotNetHost.Documents;

/// <summary>
/// Puts layers over each other: W3C "Compositing and Blending Level 1", section 10 (alpha not multiplied in). The names are Paint.NET's; Reflect, Glow, Negation and Xor, which that page does not
/// have, are the usual formulas of these names.
/// </summary>
internal static class Blending
{
    public static void Over(byte[] below, Layer layer)
    {
        byte[] above = layer.Pixels;
        for (int i = 0; i < below.Length; i += 4)
        {
            double sourceAlpha = above[i + 3] / 255.0 * layer.Opacity;
            if (sourceAlpha <= 0) continue;
            double backAlpha = below[i + 3] / 255.0;
            double alpha = sourceAlpha + backAlpha * (1 - sourceAlpha);
            for (int c = i; c < i + 3; c++)
            {
                double mixed = layer.BlendMode == LayerBlendMode.Normal ? above[c] : 255 * Mix(layer.BlendMode, below[c], above[c]);
                double color = sourceAlpha * (1 - backAlpha) * above[c] + sourceAlpha * backAlpha * mixed + (1 - sourceAlpha) * backAlpha * below[c];
                below[c] = (byte)Math.Round(color / alpha);
            }

            below[i + 3] = (byte)Math.Round(alpha * 255);
        }
    }

    private static double Mix(LayerBlendMode mode, byte back, byte source)
    {
        double b = back / 255.0;
        double s = source / 255.0;
        return mode switch
        {
            LayerBlendMode.Multiply => b * s,
            LayerBlendMode.Additive => Math.Min(1, b + s),
            LayerBlendMode.ColorBurn => back == 255 ? 1 : source == 0 ? 0 : 1 - Math.Min(1, (1 - b) / s),
            LayerBlendMode.ColorDodge => back == 0 ? 0 : source == 255 ? 1 : Math.Min(1, b / (1 - s)),
            LayerBlendMode.Reflect => source == 255 ? 1 : Math.Min(1, b * b / (1 - s)),
            LayerBlendMode.Glow => back == 255 ? 1 : Math.Min(1, s * s / (1 - b)),
            LayerBlendMode.Overlay => b < 0.5 ? 2 * b * s : 1 - 2 * (1 - b) * (1 - s),
            LayerBlendMode.Difference => Math.Abs(b - s),
            LayerBlendMode.Negation => 1 - Math.Abs(1 - b - s),
            LayerBlendMode.Lighten => Math.Max(b, s),
            LayerBlendMode.Darken => Math.Min(b, s),
            LayerBlendMode.Screen => b + s - b * s,
            LayerBlendMode.Xor => (back ^ source) / 255.0,
            _ => s,
        };
    }
}
