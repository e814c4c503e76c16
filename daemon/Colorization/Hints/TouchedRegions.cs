using PdnColorize.Colorization.Regions;

namespace PdnColorize.Colorization.Hints;

/// <summary>Which hints mean which regions.</summary>
/// <remarks>
/// A stroke that slips over a line does not mean the region behind it, and one that crosses the leaves of a twig does not mean the sky between them: it goes deep
/// into the leaves, measured by their own size, and stays near the edge of the sky. What a hint means depends on where it and the hints that it meets lie; their
/// colours only tell where one ends and the next begins.
/// </remarks>
internal sealed class TouchedRegions
{
    /// <summary>A region that holds at least this share of a hint is meant.</summary>
    private const double MeantShare = 0.5;

    /// <summary>So is one into which the hint goes at least this deep, compared with where it goes deepest.</summary>
    private const double MeantDepth = 0.35;

    private readonly bool[] _regions;

    private TouchedRegions(bool[] regions, IReadOnlyList<int> seeds)
    {
        _regions = regions;
        Seeds = seeds;
    }

    /// <summary>The hint pixels from which colour spreads: those on paper, in a region that their hint means. Ascending indices at working size.</summary>
    public IReadOnlyList<int> Seeds { get; }

    /// <summary>Whether a hint means the region with this label.</summary>
    public bool this[int region] => _regions[region];

    /// <summary>Finds the regions that hints mean; a hint on ink alone means none.</summary>
    /// <param name="cells">Hints at working size.</param>
    /// <param name="regions">Regions at working size.</param>
    /// <param name="distances">Distance of each pixel to the nearest line.</param>
    public static TouchedRegions Find(HintCells cells, RegionMap regions, float[] distances)
    {
        int[] labels = regions.Labels.Data;
        // A stroke is one hint also where it crosses lines; what of it lies on paper counts.
        int[] positions = [.. Enumerable.Range(0, labels.Length).Where(i => cells.Groups.Data[i] != 0)];
        int[] hints = new SparseComponents(positions, regions.Labels.Width).Label((_, _) => true, out int hintCount);

        int[] sizes = new int[hintCount + 1];
        Dictionary<(int Hint, int Region), (int Count, float Depth)> parts = [];
        for (int i = 0; i < positions.Length; i++)
        {
            if (distances[positions[i]] == 0) continue;
            sizes[hints[i]]++;
            (int, int) key = (hints[i], labels[positions[i]]);
            (int count, float depth) = parts.GetValueOrDefault(key);
            parts[key] = (count + 1, Math.Max(depth, distances[positions[i]]));
        }

        // A dab of another colour that meets a long stroke on a line is a hint of its own.
        Dictionary<int, int> ownSizes = [];
        Dictionary<(int Group, int Region), int> ownParts = [];
        foreach (int position in positions.Where(position => distances[position] > 0))
        {
            int group = cells.Groups.Data[position];
            ownSizes[group] = ownSizes.GetValueOrDefault(group) + 1;
            ownParts[(group, labels[position])] = ownParts.GetValueOrDefault((group, labels[position])) + 1;
        }

        float[] deepestOfRegion = new float[regions.Count + 1];
        for (int i = 0; i < labels.Length; i++) deepestOfRegion[labels[i]] = Math.Max(deepestOfRegion[labels[i]], distances[i]);
        float[] deepestOfHint = new float[hintCount + 1];
        foreach (((int hint, int region), (_, float depth)) in parts)
            deepestOfHint[hint] = Math.Max(deepestOfHint[hint], depth / deepestOfRegion[region]);

        bool[] touched = new bool[regions.Count + 1];
        List<int> seeds = [];
        for (int i = 0; i < positions.Length; i++)
        {
            int region = labels[positions[i]];
            if (distances[positions[i]] == 0) continue;
            (int count, float depth) = parts[(hints[i], region)];
            bool isOwn = ownParts[(cells.Groups.Data[positions[i]], region)] >= MeantShare * ownSizes[cells.Groups.Data[positions[i]]];
            bool isMeant = isOwn || count >= MeantShare * sizes[hints[i]] || depth / deepestOfRegion[region] >= MeantDepth * deepestOfHint[hints[i]];
            if (!isMeant) continue;
            touched[region] = true;
            seeds.Add(positions[i]);
        }

        return new TouchedRegions(touched, seeds);
    }
}
