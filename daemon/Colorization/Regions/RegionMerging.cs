using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Regions;

/// <summary>Joins regions whose common border is weak, the weakest first.</summary>
internal static class RegionMerging
{
    /// <summary>Joins regions.</summary>
    /// <param name="regions">Regions at working size.</param>
    /// <param name="borders">The learned borders, any size.</param>
    /// <param name="meeting">0 where it says nothing of two regions that they meet.</param>
    /// <param name="weakBorder">Mean strength below which a border parts nothing.</param>
    /// <param name="cancellationToken">Checked now and then.</param>
    public static RegionMap Run(RegionMap regions, BorderMap borders, Plane<byte> meeting, double weakBorder, CancellationToken cancellationToken = default)
    {
        RegionGraph neighbors = RegionGraph.Create(regions.Labels, regions.Count, borders, meeting);
        cancellationToken.ThrowIfCancellationRequested();
        int[] parent = [.. Enumerable.Range(0, regions.Count + 1)];
        PriorityQueue<(int A, int B), (double Strength, int A, int B)> queue = new();
        for (int region = 1; region <= regions.Count; region++)
            foreach ((int other, RegionGraph.Border border) in neighbors[region])
                if (other > region) Enqueue(region, other, border);

        while (queue.TryDequeue(out (int A, int B) pair, out (double Strength, int, int) priority))
        {
            // A pair that has changed since waits with its new strength too.
            if (!neighbors[pair.A].TryGetValue(pair.B, out RegionGraph.Border border) || border.Mean != priority.Strength) continue;
            Join(pair.A, pair.B);
        }

        return Renumber(regions, parent);

        void Enqueue(int a, int b, RegionGraph.Border border)
        {
            if (border.Mean < weakBorder) queue.Enqueue((a, b), (border.Mean, Math.Min(a, b), Math.Max(a, b)));
        }

        void Join(int a, int b)
        {
            (int kept, int gone) = neighbors[a].Count >= neighbors[b].Count ? (a, b) : (b, a);
            parent[gone] = kept;
            neighbors[kept].Remove(gone);
            foreach ((int other, RegionGraph.Border border) in neighbors[gone])
            {
                if (other == kept) continue;
                RegionGraph.Border joined = neighbors[kept].GetValueOrDefault(other).Plus(border);
                neighbors[kept][other] = joined;
                neighbors[other].Remove(gone);
                neighbors[other][kept] = joined;
                Enqueue(kept, other, joined);
            }

            neighbors[gone].Clear();
        }
    }

    private static RegionMap Renumber(RegionMap regions, int[] parent)
    {
        int[] number = new int[parent.Length];
        int count = 0;
        Plane<int> labels = new(regions.Labels.Width, regions.Labels.Height);
        for (int i = 0; i < labels.Length; i++)
        {
            int root = regions.Labels.Data[i];
            while (parent[root] != root) root = parent[root] = parent[parent[root]];
            if (number[root] == 0) number[root] = ++count;
            labels.Data[i] = number[root];
        }

        return new RegionMap(labels, count);
    }
}
