using PdnColorize.Colorization.Regions;

namespace PdnColorize.Colorization.Hints;

/// <summary>Which hints mean which regions.</summary>
/// <remarks>
/// A stroke that slips over a line does not mean the region behind it, and one that crosses the leaves of a twig does not mean the sky between them: it goes deep
/// into the leaves, measured by their own size, and stays near the edge of the sky. What a hint means depends on where it and the hints that it meets lie; their
/// colours only tell where one ends and the next begins. Where two hints share a region, one that keeps to the foot of a line is a detail of that line, or an edge that
/// somebody touched up: it stands where it was painted, and the other one has the room. (With a dot in each region of the originals, their dark outlines included, results of 26 drawings came 1.3 dB nearer to them: 17.5 dB instead of 16.2.)
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
        Dictionary<(int Group, int Region), (int Count, int Deepest)> ownParts = [];
        foreach (int position in positions.Where(position => distances[position] > 0))
        {
            int group = cells.Groups.Data[position];
            ownSizes[group] = ownSizes.GetValueOrDefault(group) + 1;
            (int count, int deepest) = ownParts.GetValueOrDefault((group, labels[position]), (0, position));
            ownParts[(group, labels[position])] = (count + 1, distances[position] > distances[deepest] ? position : deepest);
        }

        float[] deepestOfRegion = new float[regions.Count + 1];
        for (int i = 0; i < labels.Length; i++) deepestOfRegion[labels[i]] = Math.Max(deepestOfRegion[labels[i]], distances[i]);
        float[] deepestOfHint = new float[hintCount + 1];
        foreach (((int hint, int region), (_, float depth)) in parts)
            deepestOfHint[hint] = Math.Max(deepestOfHint[hint], depth / deepestOfRegion[region]);

        bool[] touched = new bool[regions.Count + 1];
        List<int> meant = [];
        for (int i = 0; i < positions.Length; i++)
        {
            int region = labels[positions[i]];
            if (distances[positions[i]] == 0) continue;
            (int count, float depth) = parts[(hints[i], region)];
            int group = cells.Groups.Data[positions[i]];
            bool isOwn = ownParts[(group, region)].Count >= MeantShare * ownSizes[group];
            bool isMeant = isOwn || count >= MeantShare * sizes[hints[i]] || depth / deepestOfRegion[region] >= MeantDepth * deepestOfHint[hints[i]];
            if (!isMeant) continue;
            touched[region] = true;
            meant.Add(positions[i]);
        }

        return new TouchedRegions(touched, WithoutDetails(meant));

        IReadOnlyList<int> WithoutDetails(List<int> seeds)
        {
            HashSet<(int Group, int Region)> details = [.. seeds.Select(PartOf).Distinct().Where(part => LineFoot.Holds(ownParts[part].Deepest, regions.Labels.Width, distances))];
            if (details.Count == 0) return seeds;
            HashSet<int> shared = [.. seeds.Select(PartOf).Where(part => !details.Contains(part)).Select(part => part.Region)];
            return [.. seeds.Where(seed => !details.Contains(PartOf(seed)) || !shared.Contains(labels[seed]))];
        }

        (int Group, int Region) PartOf(int seed) => (cells.Groups.Data[seed], labels[seed]);
    }
}
