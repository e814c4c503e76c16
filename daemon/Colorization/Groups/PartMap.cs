using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;

namespace PdnColorize.Colorization.Groups;

/// <summary>The parts of a picture that get one color each: its regions, cut further where several hints share one.</summary>
/// <param name="Labels">1 and up at each pixel.</param>
/// <param name="Parts">The region and the hint's seed (0 for none) of each part, its size in pixels; index 0 is empty.</param>
internal sealed record PartMap(Plane<int> Labels, IReadOnlyList<(int Region, int Seed, int Size)> Parts)
{
    /// <summary>Number of parts.</summary>
    public int Count => Parts.Count - 1;

    /// <summary>Cuts regions where several hints share them.</summary>
    public static PartMap Create(RegionMap regions, WorkingHints hints)
    {
        Plane<int> labels = new(regions.Labels.Width, regions.Labels.Height);
        Dictionary<(int Region, int Seed), int> numbers = [];
        List<(int Region, int Seed, int Size)> parts = [default];
        (int Region, int Seed) last = default;
        int part = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            (int Region, int Seed) key = (regions.Labels.Data[i], hints.Reached.Data[i]);
            // Neighbors are mostly of one part.
            if (key != last && !numbers.TryGetValue(key, out part))
            {
                numbers.Add(key, part = parts.Count);
                parts.Add((key.Region, key.Seed, 0));
            }

            last = key;
            labels.Data[i] = part;
            parts[part] = parts[part] with { Size = parts[part].Size + 1 };
        }

        return new PartMap(labels, parts);
    }
}
