using PdnColorize.Colorization.Groups;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Compositing;

/// <summary>The parts of the picture that get one flat colour each: the closed regions, cut further where several hints share one.</summary>
/// <param name="Field">The part's colour at each pixel at working size.</param>
/// <param name="RegionColors">The colour of each region's largest part, for pixels whose region has no working pixel nearby: red, green, blue at index region x 3.</param>
internal sealed record FlatRegions(ColorField Field, float[] RegionColors)
{
    /// <summary>Finds the colors of the parts: the hint's where there is one, else the mean of the part's paper pixels.</summary>
    public static FlatRegions Create(PartMap parts, WorkingHints hints, ColorField field, Plane<byte> lines, int regionCount)
    {
        Plane<int> labels = parts.Labels;
        float[] colors = field.Means(labels, parts.Count, lines);
        for (int part = 1; part <= parts.Count; part++)
            if (parts.Parts[part].Seed is var seed and > 0) hints.SeedColors.AsSpan(seed * ColorField.Channels, ColorField.Channels).CopyTo(colors.AsSpan(part * ColorField.Channels));

        float[] data = new float[labels.Length * ColorField.Channels];
        for (int i = 0; i < labels.Length; i++)
            colors.AsSpan(labels.Data[i] * ColorField.Channels, ColorField.Channels).CopyTo(data.AsSpan(i * ColorField.Channels));
        return new FlatRegions(new ColorField(labels.Width, labels.Height, data), LargestParts(parts, colors, regionCount));
    }

    private static float[] LargestParts(PartMap parts, float[] colors, int regionCount)
    {
        float[] ofRegion = new float[(regionCount + 1) * ColorField.Channels];
        int[] largest = new int[regionCount + 1];
        for (int part = 1; part <= parts.Count; part++)
        {
            (int region, _, int size) = parts.Parts[part];
            if (size <= largest[region]) continue;
            largest[region] = size;
            colors.AsSpan(part * ColorField.Channels, ColorField.Channels).CopyTo(ofRegion.AsSpan(region * ColorField.Channels));
        }

        return ofRegion;
    }
}
