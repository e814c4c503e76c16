using PdnColorize.Colorization.Regions;

namespace PdnColorize.Colorization.Hints;

/// <summary>Which regions the hints touch.</summary>
/// <remarks>
/// A stroke that slips over a line for a few pixels does not mean the region behind it. Whether it slipped depends on where the hint lies alone, never
/// on its colour, so that changing a hint's colour cannot change what it touches.
/// </remarks>
internal sealed class TouchedRegions
{
    /// <summary>A hint of which less than this share lies in a region only grazes it, unless it goes deep.</summary>
    private const double GrazeShare = 0.15;

    /// <summary>Going deep: farther from the lines than this share of the region's deepest place.</summary>
    private const double GrazeDepth = 0.35;

    private readonly bool[] _touched;

    private TouchedRegions(bool[] touched) => _touched = touched;

    /// <summary>Whether a hint touches the region with this label.</summary>
    public bool this[int region] => _touched[region];

    /// <summary>Finds the regions that hints touch with a pixel of paper; a hint on ink alone touches none.</summary>
    /// <param name="cells">Hints at working size.</param>
    /// <param name="regions">Regions at working size.</param>
    /// <param name="distances">Distance of each pixel to the nearest line.</param>
    public static TouchedRegions Find(HintCells cells, RegionMap regions, float[] distances)
    {
        int[] labels = regions.Labels.Data;
        int[] positions = [.. Enumerable.Range(0, labels.Length).Where(i => cells.Groups.Data[i] != 0 && distances[i] > 0)];
        int[] components = new SparseComponents(positions, regions.Labels.Width).Label((_, _) => true, out int componentCount);

        int[] size = new int[componentCount + 1];
        Dictionary<(int Component, int Region), (int Count, float Depth)> parts = [];
        for (int i = 0; i < positions.Length; i++)
        {
            size[components[i]]++;
            (int, int) key = (components[i], labels[positions[i]]);
            (int count, float depth) = parts.GetValueOrDefault(key);
            parts[key] = (count + 1, Math.Max(depth, distances[positions[i]]));
        }

        float[] deepest = new float[regions.Count + 1];
        for (int i = 0; i < labels.Length; i++) deepest[labels[i]] = Math.Max(deepest[labels[i]], distances[i]);

        bool[] touched = new bool[regions.Count + 1];
        foreach (((int component, int region), (int count, float depth)) in parts)
        {
            bool grazes = count < GrazeShare * size[component] && depth < GrazeDepth * deepest[region];
            if (!grazes) touched[region] = true;
        }

        return new TouchedRegions(touched);
    }
}
