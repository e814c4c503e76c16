using PdnColorize.Colorization.Maps;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Compositing;

/// <summary>Colours at working size: red, green, blue, 0..255, interleaved.</summary>
internal sealed class ColorField(int width, int height, float[] data)
{
    public const int Channels = 3;

    public int Width { get; } = width;

    public int Height { get; } = height;

    public float[] Data { get; } = data;

    /// <summary>The same colours, to be changed on their own.</summary>
    public ColorField Copy() => new(Width, Height, [.. Data]);

    /// <summary>The same colours in another size: averaged when shrinking, bilinear when growing.</summary>
    public ColorField Resize(PictureSize size)
    {
        if (size.Width == Width && size.Height == Height) return this;
        float[] data = Resampling.Run(Data, Width, Channels, AxisWeights.Area(Width, size.Width), AxisWeights.Area(Height, size.Height));
        return new ColorField(size.Width, size.Height, data);
    }

    /// <summary>The mean colour of each label 1..count, at index label x 3; the whole picture's where a label has no weight.</summary>
    /// <param name="labels">Label of each pixel.</param>
    /// <param name="count">Number of labels.</param>
    /// <param name="weights">How much each pixel counts, 0..255.</param>
    public float[] Means(Plane<int> labels, int count, Plane<byte> weights)
    {
        double[] sums = new double[(count + 1) * 4];
        for (int i = 0; i < labels.Length; i++)
        {
            // Never quite nothing: a region of line pixels alone still has a colour.
            double weight = weights.Data[i] + 0.01;
            int at = labels.Data[i] * 4;
            for (int c = 0; c < Channels; c++) sums[at + c] += weight * Data[(i * Channels) + c];
            sums[at + 3] += weight;
        }

        float[] means = new float[(count + 1) * Channels];
        for (int label = 0; label <= count; label++)
        {
            if (sums[(label * 4) + 3] == 0) continue;
            for (int c = 0; c < Channels; c++) means[(label * Channels) + c] = (float)(sums[(label * 4) + c] / sums[(label * 4) + 3]);
        }

        return means;
    }
}
