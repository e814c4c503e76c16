using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;

namespace PdnColorize.Colorization.Hints;

/// <summary>The hints at working size, spread inside the regions that they touch.</summary>
/// <param name="Reached">In touched regions the seed (1 and up) that reaches each pixel first; 0 in regions that no hint touches.</param>
/// <param name="SeedColors">Colour of each seed: red, green, blue, 0..255, at index seed x 3.</param>
internal sealed record WorkingHints(Plane<int> Reached, float[] SeedColors)
{
    private const int Outside = -1;

    /// <summary>Half width from which a passage is as good as open paper, as a share of the short side: 4 pixels at 128, as in the flood that stage 1 sees.</summary>
    private const double WideShare = 4.0 / 128;

    /// <summary>No hints.</summary>
    public static WorkingHints None(RegionMap regions) => new(new Plane<int>(regions.Labels.Width, regions.Labels.Height), []);

    /// <summary>Spreads each hint over its region: where several share one, each takes the part that its colour reaches first.</summary>
    /// <param name="hints">The hints, at the drawing's size.</param>
    /// <param name="regions">Regions at working size.</param>
    /// <param name="distances">Distance of each pixel to the nearest line.</param>
    /// <param name="borders">Learned borders by which hints share a region; null to share it by the distances to lines.</param>
    /// <remarks>
    /// Seeds are the hint pixels of one group in one region, and the flood never leaves a region; so a region's colours come from the hints in it alone.
    /// </remarks>
    public static WorkingHints Spread(HintSet hints, RegionMap regions, float[] distances, LearnedBorders? borders = null)
    {
        Plane<int> labels = regions.Labels;
        if (hints.IsEmpty) return None(regions);

        HintCells cells = HintCells.Reduce(hints, labels.Width, labels.Height);
        TouchedRegions touched = TouchedRegions.Find(cells, regions, distances);
        Plane<int> reached = new(labels.Width, labels.Height);
        for (int i = 0; i < labels.Length; i++)
            if (!touched[labels.Data[i]]) reached.Data[i] = Outside;

        Dictionary<(int Group, int Region), int> seeds = [];
        foreach (int i in touched.Seeds)
        {
            (int, int) key = (cells.Groups.Data[i], labels.Data[i]);
            if (!seeds.TryGetValue(key, out int seed)) seeds.Add(key, seed = seeds.Count + 1);
            reached.Data[i] = seed;
        }

        float[] colors = MeanColors(hints, cells, reached, seeds.Count);
        if (borders is null)
            GeodesicFlood.Run(reached, labels, distances);
        else
            BorderFlood.Run(reached, labels, borders.Working, distances, WideShare * Math.Min(labels.Width, labels.Height));
        for (int i = 0; i < reached.Length; i++) reached.Data[i] = Math.Max(0, reached.Data[i]);
        return new WorkingHints(reached, colors);
    }

    /// <summary>The mean over the hint's own pixels: a cell that two hints share must not tint either.</summary>
    private static float[] MeanColors(HintSet hints, HintCells cells, Plane<int> seeds, int count)
    {
        float[] sums = new float[(count + 1) * 3];
        int[] sizes = new int[count + 1];
        for (int i = 0; i < hints.Count; i++)
        {
            int x = (int)((hints.Positions[i] % hints.Width + 0.5) * seeds.Width / hints.Width);
            int y = (int)((hints.Positions[i] / hints.Width + 0.5) * seeds.Height / hints.Height);
            int cell = (Math.Min(y, seeds.Height - 1) * seeds.Width) + Math.Min(x, seeds.Width - 1);
            int seed = seeds.Data[cell];
            if (seed <= 0 || cells.Groups.Data[cell] != hints.Groups[i]) continue;
            sizes[seed]++;
            sums[seed * 3] += hints.Colors[i] >> 16;
            sums[(seed * 3) + 1] += (hints.Colors[i] >> 8) & 255;
            sums[(seed * 3) + 2] += hints.Colors[i] & 255;
        }

        for (int seed = 1; seed <= count; seed++)
            for (int c = 0; c < 3; c++) sums[(seed * 3) + c] /= sizes[seed];
        return sums;
    }
}
