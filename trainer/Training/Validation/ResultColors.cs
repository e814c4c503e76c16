using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Networks;

namespace PdnColorize.Training.Validation;

/// <summary>Turns what a network gives back into colours, and compares those.</summary>
/// <param name="model">Says in what colour space and range the network works.</param>
internal sealed class ResultColors(ModelManifest model)
{
    /// <summary>A perfect result counts as this, not as infinity.</summary>
    private const double BestPsnr = 60;

    /// <summary>The pictures of a batch: red, green, blue, interleaved, 8 bits each.</summary>
    /// <param name="planes">Count x 3 x pixels in the model's colour space and range.</param>
    /// <param name="count">Number of pictures.</param>
    public byte[][] Split(float[] planes, int count)
    {
        int pixels = planes.Length / (3 * count);
        byte[][] pictures = new byte[count][];
        for (int i = 0; i < count; i++) pictures[i] = ToRgb(planes.AsSpan(i * 3 * pixels, 3 * pixels), pixels);
        return pictures;
    }

    /// <summary>Peak signal-to-noise ratio in dB, at most 60.</summary>
    public static double Psnr(byte[] result, byte[] original)
    {
        long squares = 0;
        for (int i = 0; i < result.Length; i++) squares += (result[i] - original[i]) * (result[i] - original[i]);
        return Math.Min(BestPsnr, 10 * Math.Log10(255.0 * 255 * result.Length / squares));
    }

    private byte[] ToRgb(ReadOnlySpan<float> planes, int pixels)
    {
        byte[] picture = new byte[3 * pixels];
        ValueRange range = model.ValueRange;
        float scale = 255 / (range.Maximum - range.Minimum);
        Span<float> rgb = stackalloc float[3];
        for (int i = 0; i < pixels; i++)
        {
            for (int c = 0; c < 3; c++) rgb[c] = (planes[i + (c * pixels)] - range.Minimum) * scale;
            ModelColors.ToRgb(model.ColorSpace, rgb);
            for (int c = 0; c < 3; c++) picture[(i * 3) + c] = (byte)(Math.Clamp(rgb[c], 0, 255) + 0.5f);
        }

        return picture;
    }
}
