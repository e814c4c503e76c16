using OpenCvSharp;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Training.Samples;

/// <summary>How PaintsChainer changes line art and colours for training (pfnet/PaintsChainer, cgi-bin/paint_x2_unet/img2imgDataset.py).</summary>
internal static class PaintsChainerNoise
{
    /// <summary>Share of stage 2's draft channels that come from the original instead of stage 1 (train_x2.py).</summary>
    public const double CleanDraftShare = 0.2;

    private const double ThresholdShare = 0.2;
    private const double PixelNoise = 5;
    private const double Shift = 16;

    /// <summary>Line art thresholded by Otsu's method in a fifth of the cases, shifted as a whole, with noise.</summary>
    public static Plane<byte> OnLines(Plane<byte> lines, SampleRandom random)
    {
        byte[] data = [.. lines.Data];
        if (random.Chance(ThresholdShare))
        {
            using Mat mat = Mat.FromPixelData(lines.Height, lines.Width, MatType.CV_8UC1, data);
            Cv2.Threshold(mat, mat, 0, 255, ThresholdTypes.Binary | ThresholdTypes.Otsu);
        }

        double shift = Shift * random.Normal();
        Add(data, shift, random);
        return new Plane<byte>(lines.Width, lines.Height, data);
    }

    /// <summary>Colours with noise.</summary>
    public static RgbSquare OnColors(RgbSquare colors, SampleRandom random)
    {
        byte[] pixels = [.. colors.Pixels];
        Add(pixels, 0, random);
        return colors with { Pixels = pixels };
    }

    private static void Add(byte[] values, double shift, SampleRandom random)
    {
        double noise = PixelNoise * random.NextDouble();
        for (int i = 0; i < values.Length; i++) values[i] = (byte)Math.Clamp(values[i] + shift + (noise * random.Normal()) + 0.5, 0, 255);
    }
}
