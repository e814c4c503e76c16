using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Compositing;

/// <summary>Samples a colour field at full size; only pixels of one region are ever mixed.</summary>
/// <param name="field">Colours at working size.</param>
/// <param name="labels">Regions at working size.</param>
/// <param name="means">A colour for each region, for where none of its working pixels is near.</param>
/// <param name="fullWidth">Width of the drawing.</param>
/// <param name="fullHeight">Height of the drawing.</param>
internal sealed class RegionSampler(ColorField field, Plane<int> labels, float[] means, int fullWidth, int fullHeight)
{
    /// <summary>How far a pixel of the region is looked for, in working pixels.</summary>
    private const int SearchRadius = 3;

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
        for (int radius = 1; radius <= SearchRadius && total < LeastWeight; radius++)
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

    /// <summary>Writes the colour of the nearest working pixel of the region, unmixed.</summary>
    public void SampleNearest(int x, int y, int label, Span<byte> bgra)
    {
        int atX = Math.Min(field.Width - 1, (int)((x + 0.5f) * _scaleX));
        int atY = Math.Min(field.Height - 1, (int)((y + 0.5f) * _scaleY));
        int best = -1;
        int bestDistance = int.MaxValue;
        for (int radius = 0; radius <= SearchRadius && best < 0; radius++)
        {
            for (int sampleY = Math.Max(0, atY - radius); sampleY <= Math.Min(field.Height - 1, atY + radius); sampleY++)
            {
                for (int sampleX = Math.Max(0, atX - radius); sampleX <= Math.Min(field.Width - 1, atX + radius); sampleX++)
                {
                    int distance = ((sampleX - atX) * (sampleX - atX)) + ((sampleY - atY) * (sampleY - atY));
                    int pixel = (sampleY * field.Width) + sampleX;
                    if (distance >= bestDistance || labels.Data[pixel] != label) continue;
                    best = pixel;
                    bestDistance = distance;
                }
            }
        }

        ReadOnlySpan<float> color = best < 0 ? means.AsSpan(label * ColorField.Channels, ColorField.Channels) : field.Data.AsSpan(best * ColorField.Channels, ColorField.Channels);
        Write(color[0], color[1], color[2], bgra);
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
