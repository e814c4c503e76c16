using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Compositing;

/// <summary>Bilinear sampling of a colour field that mixes only pixels of one region.</summary>
internal sealed class RegionSampler(ColorField field, Plane<int> labels, float[] means, int fullWidth, int fullHeight)
{
    private readonly float _scaleX = (float)field.Width / fullWidth;
    private readonly float _scaleY = (float)field.Height / fullHeight;
    private readonly bool _sameSize = field.Width == fullWidth && field.Height == fullHeight;

    /// <summary>Writes the colour of a full-size pixel that belongs to a region.</summary>
    public void Sample(int x, int y, int label, Span<byte> bgra)
    {
        if (_sameSize)
        {
            ReadOnlySpan<float> own = field.Data.AsSpan(((y * field.Width) + x) * ColorField.Channels, ColorField.Channels);
            Write(own[0], own[1], own[2], bgra);
            return;
        }

        float atX = ((x + 0.5f) * _scaleX) - 0.5f;
        float atY = ((y + 0.5f) * _scaleY) - 0.5f;
        int left = (int)MathF.Floor(atX);
        int top = (int)MathF.Floor(atY);
        float fractionX = atX - left;
        float fractionY = atY - top;
        float red = 0, green = 0, blue = 0, total = 0;
        Add(left, top, (1 - fractionX) * (1 - fractionY));
        Add(left + 1, top, fractionX * (1 - fractionY));
        Add(left, top + 1, (1 - fractionX) * fractionY);
        Add(left + 1, top + 1, fractionX * fractionY);

        const float LeastWeight = 1e-3f;
        for (int radius = 1; radius <= 3 && total < LeastWeight; radius++)
            for (int dy = -radius; dy <= radius; dy++)
                for (int dx = -radius; dx <= radius; dx++) Add(left + dx, top + dy, 1);

        if (total < LeastWeight)
        {
            ReadOnlySpan<float> mean = means.AsSpan(label * ColorField.Channels, ColorField.Channels);
            Write(mean[0], mean[1], mean[2], bgra);
            return;
        }

        Write(red / total, green / total, blue / total, bgra);

        void Add(int sampleX, int sampleY, float weight)
        {
            int pixel = (Math.Clamp(sampleY, 0, field.Height - 1) * field.Width) + Math.Clamp(sampleX, 0, field.Width - 1);
            if (labels.Data[pixel] != label) return;
            int at = pixel * ColorField.Channels;
            red += weight * field.Data[at];
            green += weight * field.Data[at + 1];
            blue += weight * field.Data[at + 2];
            total += weight;
        }
    }

    /// <summary>Writes an opaque pixel, blue first.</summary>
    public static void Write(float red, float green, float blue, Span<byte> bgra)
    {
        bgra[0] = ToByte(blue);
        bgra[1] = ToByte(green);
        bgra[2] = ToByte(red);
        bgra[3] = 255;
    }

    private static byte ToByte(float value) => (byte)(Math.Clamp(value, 0, 255) + 0.5f);
}
