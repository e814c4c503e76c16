using PdnColorize.Colorization.Regions;

namespace PdnColorize.Colorization.Hints;

/// <summary>The regions that hints fill: across a border that is not sure only where two hints compete, so that a single dot in a closed outline stays in it.</summary>
internal static class SharedRegions
{
    /// <summary>Joins regions where at least two hints stand in what they may share.</summary>
    /// <param name="hints">The hints, at the drawing's size.</param>
    /// <param name="regions">Regions at working size.</param>
    /// <param name="joined">The same, some of them joined: what hints may share.</param>
    public static RegionMap Find(HintSet hints, RegionMap regions, RegionMap joined)
    {
        if (hints.GroupCount < 2 || regions == joined) return regions;
        int[] groups = HintCells.Reduce(hints, regions.Labels.Width, regions.Labels.Height).Groups.Data;
        int[] first = new int[joined.Count + 1];
        bool[] isShared = new bool[joined.Count + 1];
        for (int i = 0; i < groups.Length; i++)
        {
            if (groups[i] == 0) continue;
            ref int known = ref first[joined.Labels.Data[i]];
            if (known == 0) known = groups[i];
            if (known != groups[i]) isShared[joined.Labels.Data[i]] = true;
        }

        int[] labels = new int[groups.Length];
        for (int i = 0; i < labels.Length; i++)
            labels[i] = isShared[joined.Labels.Data[i]] ? joined.Labels.Data[i] : joined.Count + regions.Labels.Data[i];
        return new RegionMap(new(regions.Labels.Width, regions.Labels.Height, labels), joined.Count + regions.Count);
    }
}
