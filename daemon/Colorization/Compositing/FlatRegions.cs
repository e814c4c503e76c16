using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;

namespace PdnColorize.Colorization.Compositing;

/// <summary>The parts of the picture that get one flat colour each: the closed regions, cut further where several hints share one.</summary>
/// <param name="Field">The part's colour at each pixel at working size.</param>
/// <param name="RegionColors">The colour of each region's largest part, for pixels whose region has no working pixel nearby: red, green, blue at index region x 3.</param>
internal sealed record FlatRegions(ColorField Field, float[] RegionColors)
{
    /// <summary>Cuts the parts and finds their colours: the hint's where there is one, else the mean of the part's paper pixels.</summary>
    public static FlatRegions Create(RegionMap regions, WorkingHints hints, ColorField field, Plane<byte> lines)
    {
        Plane<int> labels = new(regions.Labels.Width, regions.Labels.Height);
        Dictionary<(int Region, int Seed), int> parts = [];
        List<(int Region, int Seed)> keys = [default];
        List<int> sizes = [0];
        for (int i = 0; i < labels.Length; i++)
        {
            (int, int) key = (regions.Labels.Data[i], hints.Reached.Data[i]);
            if (!parts.TryGetValue(key, out int part))
            {
                parts.Add(key, part = parts.Count + 1);
                keys.Add(key);
                sizes.Add(0);
            }

            labels.Data[i] = part;
            sizes[part]++;
        }

        float[] colors = field.Means(labels, parts.Count, lines);
        for (int part = 1; part <= parts.Count; part++)
            if (keys[part].Seed is var seed and > 0) hints.SeedColors.AsSpan(seed * ColorField.Channels, ColorField.Channels).CopyTo(colors.AsSpan(part * ColorField.Channels));

        float[] data = new float[labels.Length * ColorField.Channels];
        for (int i = 0; i < labels.Length; i++)
            colors.AsSpan(labels.Data[i] * ColorField.Channels, ColorField.Channels).CopyTo(data.AsSpan(i * ColorField.Channels));
        return new FlatRegions(new ColorField(labels.Width, labels.Height, data), LargestParts(keys, sizes, colors, regions.Count));
    }

    private static float[] LargestParts(List<(int Region, int Seed)> keys, List<int> sizes, float[] colors, int regionCount)
    {
        float[] ofRegion = new float[(regionCount + 1) * ColorField.Channels];
        int[] largest = new int[regionCount + 1];
        for (int part = 1; part < keys.Count; part++)
        {
            int region = keys[part].Region;
            if (sizes[part] <= largest[region]) continue;
            largest[region] = sizes[part];
            colors.AsSpan(part * ColorField.Channels, ColorField.Channels).CopyTo(ofRegion.AsSpan(region * ColorField.Channels));
        }

        return ofRegion;
    }
}
