using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;

namespace PdnColorize.Colorization.Compositing;

/// <summary>The parts of the picture that get one flat colour each: the closed regions, cut further where several hints share one.</summary>
/// <param name="Labels">Part of each pixel at working size, from 1.</param>
/// <param name="Colors">Colour of each part: red, green, blue, 0..255, at index part x 3.</param>
internal sealed record FlatRegions(Plane<int> Labels, float[] Colors)
{
    /// <summary>Cuts the parts and finds their colours: the hint's where there is one, else the mean of the part's paper pixels.</summary>
    public static FlatRegions Create(RegionMap regions, WorkingHints hints, ColorField field, Plane<byte> lines)
    {
        Plane<int> labels = new(regions.Labels.Width, regions.Labels.Height);
        Dictionary<(int Region, int Seed), int> parts = [];
        List<int> seedOfPart = [0];
        for (int i = 0; i < labels.Length; i++)
        {
            (int, int Seed) key = (regions.Labels.Data[i], hints.Reached.Data[i]);
            if (!parts.TryGetValue(key, out int part))
            {
                parts.Add(key, part = parts.Count + 1);
                seedOfPart.Add(key.Seed);
            }

            labels.Data[i] = part;
        }

        float[] colors = field.Means(labels, parts.Count, lines);
        for (int part = 1; part <= parts.Count; part++)
            if (seedOfPart[part] is var seed and > 0) hints.SeedColors.AsSpan(seed * 3, 3).CopyTo(colors.AsSpan(part * 3));
        return new FlatRegions(labels, colors);
    }
}
