using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Regions;

/// <summary>Joins regions whose common border is weak, the weakest first.</summary>
internal static class RegionMerging
{
    /// <summary>Mean strength below which a border parts nothing.</summary>
    private const double WeakBorder = 110;

    /// <summary>Joins regions.</summary>
    /// <param name="regions">Regions at working size.</param>
    /// <param name="borders">The learned borders, any size.</param>
    /// <param name="meeting">0 where it says nothing of two regions that they meet.</param>
    /// <param name="cancellationToken">Checked now and then.</param>
    public static RegionMap Run(RegionMap regions, BorderMap borders, Plane<byte> meeting, CancellationToken cancellationToken = default)
    {
        Dictionary<int, Border>[] neighbours = Adjacency(regions, borders, meeting);
        cancellationToken.ThrowIfCancellationRequested();
        int[] parent = [.. Enumerable.Range(0, regions.Count + 1)];
        PriorityQueue<(int A, int B), (double Strength, int A, int B)> queue = new();
        for (int region = 1; region <= regions.Count; region++)
            foreach ((int other, Border border) in neighbours[region])
                if (other > region) Enqueue(region, other, border);

        while (queue.TryDequeue(out (int A, int B) pair, out (double Strength, int, int) priority))
        {
            // A pair that has changed since waits with its new strength too.
            if (!neighbours[pair.A].TryGetValue(pair.B, out Border border) || border.Mean != priority.Strength) continue;
            Join(pair.A, pair.B);
        }

        return Renumber(regions, parent);

        void Enqueue(int a, int b, Border border)
        {
            if (border.Mean < WeakBorder) queue.Enqueue((a, b), (border.Mean, Math.Min(a, b), Math.Max(a, b)));
        }

        void Join(int a, int b)
        {
            (int kept, int gone) = neighbours[a].Count >= neighbours[b].Count ? (a, b) : (b, a);
            parent[gone] = kept;
            neighbours[kept].Remove(gone);
            foreach ((int other, Border border) in neighbours[gone])
            {
                if (other == kept) continue;
                Border joined = neighbours[kept].GetValueOrDefault(other).Plus(border);
                neighbours[kept][other] = joined;
                neighbours[other].Remove(gone);
                neighbours[other][kept] = joined;
                Enqueue(kept, other, joined);
            }

            neighbours[gone].Clear();
        }
    }

    private static Dictionary<int, Border>[] Adjacency(RegionMap regions, BorderMap borders, Plane<byte> meeting)
    {
        Plane<int> labels = regions.Labels;
        Plane<byte> strength = borders.LocalMaximum().Resize(labels.Width, labels.Height);
        Dictionary<int, Border>[] neighbours = [.. Enumerable.Range(0, regions.Count + 1).Select(_ => new Dictionary<int, Border>())];
        for (int y = 0; y < labels.Height; y++)
        {
            for (int x = 0; x < labels.Width; x++)
            {
                int i = (y * labels.Width) + x;
                if (x + 1 < labels.Width) Meet(i, i + 1);
                if (y + 1 < labels.Height) Meet(i, i + labels.Width);
            }
        }

        return neighbours;

        void Meet(int i, int j)
        {
            (int a, int b) = (labels.Data[i], labels.Data[j]);
            if (a == b || meeting.Data[i] == 0) return;
            Border border = neighbours[a].GetValueOrDefault(b).Plus(new Border(Math.Max(strength.Data[i], strength.Data[j]), 1));
            neighbours[a][b] = border;
            neighbours[b][a] = border;
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

    /// <summary>The pixels along which two regions meet.</summary>
    private readonly record struct Border(long Sum, int Length)
    {
        public double Mean => (double)Sum / Length;

        public Border Plus(Border other) => new(Sum + other.Sum, Length + other.Length);
    }
}
