using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Networks;

namespace PdnColorize.Training.Samples;

/// <summary>
/// Hints as PaintsChainer samples them (pfnet/PaintsChainer, cgi-bin/paint_x2_unet/img2imgDataset.py): none in 40 % of samples, 2 to 15 in 30 %, up to 128 in 30 %;
/// each a pixel of the picture in YUV, with noise and rounded to the nearest multiple of 20, stretched to a bar of 3 pixels along either axis half of the time.
/// </summary>
internal static class PaintsChainerHints
{
    private const double NoneShare = 0.4;
    private const double FewShare = 0.3;
    private const int FewFrom = 2;
    private const int FewTo = 15;
    private const int MostHints = 128;
    private const double Noise = 5;
    private const int ColorStep = 20;

    /// <summary>Paints hints.</summary>
    /// <param name="colors">The picture.</param>
    /// <param name="random">Decides everything.</param>
    public static HintSet Paint(RgbSquare colors, SampleRandom random)
    {
        int side = colors.Side;
        SortedDictionary<int, int> painted = [];
        for (int count = Count(random); count > 0; count--)
        {
            int x = 1 + random.Below(side - 2);
            int y = 1 + random.Below(side - 2);
            int color = Color(colors.ColorAt((y * side) + x), random);
            int right = random.Chance(0.5) ? 1 : 0;
            int down = random.Chance(0.5) ? 1 : 0;
            for (int dx = -right; dx <= right; dx++) painted[(y * side) + x + dx] = color;
            for (int dy = -down; dy <= down; dy++) painted[((y + dy) * side) + x] = color;
        }

        return painted.Count == 0 ? HintSet.None(side, side) : HintSet.FromPixels(side, side, [.. painted.Keys], [.. painted.Values]);
    }

    private static int Count(SampleRandom random)
    {
        double kind = random.NextDouble();
        if (kind < NoneShare) return 0;
        return kind < NoneShare + FewShare ? FewFrom + random.Below(FewTo - FewFrom + 1) : FewTo + 1 + random.Below(MostHints - FewTo);
    }

    private static int Color(int rgb, SampleRandom random)
    {
        ReadOnlySpan<float> original = [(rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255];
        Span<float> color = stackalloc float[3];
        for (int c = 0; c < 3; c++)
        {
            double noisy = ModelColors.FromRgb(ModelColorSpace.Yuv, original, c) + (Noise * random.Normal());
            color[c] = (float)Math.Clamp(Math.Floor((noisy / ColorStep) + 0.5) * ColorStep, 0, 255);
        }

        ModelColors.ToRgb(ModelColorSpace.Yuv, color);
        return (ToByte(color[0]) << 16) | (ToByte(color[1]) << 8) | ToByte(color[2]);
    }

    private static byte ToByte(float value) => (byte)Math.Clamp(value + 0.5f, 0, 255);
}
