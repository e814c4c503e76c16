using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Regions;

/// <summary>
/// Cuts a drawing into its closed regions; a small gap in a line does not join what lies on its two sides.
/// </summary>
/// <remarks>
/// The idea of trapped-ball filling (Zhang et al., Vectorizing Cartoon Animations, 2009) in one pass for all ball sizes: paper pixels are taken from
/// the deepest (farthest from any line) to the shallowest and joined to their neighbours. Where two basins meet, a ball as wide as the saddle is what can pass
/// from one to the other; they become one region unless the passage is narrow both in pixels and against the smaller basin. So a gap between two line ends
/// closes, while a lock of hair that tapers (one basin, no saddle) stays whole.
/// </remarks>
internal static class RegionSegmentation
{
    /// <summary>Grey above which a pixel is paper. Anti-aliased edges of a line are part of the line.</summary>
    public const byte PaperAbove = 176;

    /// <summary>Distances are sorted in steps of 1/8 pixel.</summary>
    private const int StepsPerPixel = 8;

    /// <summary>A small passage narrower than this share of the smaller room's half width is a gap, one wider just a waist.</summary>
    private const double GapShare = 0.5;

    /// <summary>
    /// A larger passage is a gap only against far larger rooms: a break in the outline of a head, but not the neck below it (a third of the head's width) or a wrist
    /// (half of the hand's).
    /// </summary>
    private const double WideGapShare = 0.16;

    /// <summary>The widest gap closed in far larger rooms, in units of the small one.</summary>
    private const double WideGapFactor = 4;

    /// <summary>Segments line art.</summary>
    /// <param name="lines">Grey: 0 ink, 255 paper.</param>
    /// <param name="distances">Distance of each pixel to the nearest one that is not lighter than <see cref="PaperAbove"/>.</param>
    /// <param name="gapRadius">Half the widest gap in a line to be closed, in pixels.</param>
    /// <param name="leastArea">Regions with fewer pixels than this join a neighbour.</param>
    /// <param name="cancellationToken">Checked now and then.</param>
    /// <returns>Region of each pixel, from 1; line pixels belong to a region beside them, the border runs along the darkest part of the line.</returns>
    public static RegionMap Run(
        Plane<byte> lines, float[] distances, double gapRadius, int leastArea, CancellationToken cancellationToken = default)
    {
        int[] basins = JoinBasins(lines.Width, lines.Height, distances, gapRadius);
        cancellationToken.ThrowIfCancellationRequested();
        Plane<int> labels = new(lines.Width, lines.Height);
        int count = NumberRegions(basins, leastArea, labels.Data);
        if (count == 0)
        {
            // Ink everywhere: the picture is one region.
            Array.Fill(labels.Data, 1);
            return new RegionMap(labels, 1);
        }

        InkFlood.Run(labels, lines, cancellationToken);
        return new RegionMap(labels, count);
    }

    /// <summary>Returns the basin of each paper pixel (the index of one of its pixels), -1 for ink.</summary>
    private static int[] JoinBasins(int width, int height, float[] distances, double gapRadius)
    {
        int[] parent = new int[width * height];
        Array.Fill(parent, -1);
        float[] peak = new float[width * height];
        Span<int> neighbours = stackalloc int[4];
        foreach (int pixel in FromDeepest(distances))
        {
            float depth = distances[pixel];
            int x = pixel % width;
            int found = 0;
            if (x > 0 && parent[pixel - 1] >= 0) neighbours[found++] = Root(parent, pixel - 1);
            if (x < width - 1 && parent[pixel + 1] >= 0) neighbours[found++] = Root(parent, pixel + 1);
            if (pixel >= width && parent[pixel - width] >= 0) neighbours[found++] = Root(parent, pixel - width);
            if (pixel < parent.Length - width && parent[pixel + width] >= 0) neighbours[found++] = Root(parent, pixel + width);

            if (found == 0)
            {
                parent[pixel] = pixel;
                peak[pixel] = depth;
                continue;
            }

            int deepest = neighbours[0];
            for (int i = 1; i < found; i++)
                if (peak[neighbours[i]] > peak[deepest]) deepest = neighbours[i];
            parent[pixel] = deepest;
            for (int i = 0; i < found; i++)
            {
                int other = neighbours[i];
                bool isGap = (depth < gapRadius && depth < GapShare * peak[other])
                    || (depth < WideGapFactor * gapRadius && depth < WideGapShare * peak[other]);
                if (other != deepest && !isGap) parent[other] = deepest;
            }
        }

        return parent;
    }

    private static int Root(int[] parent, int pixel)
    {
        while (parent[pixel] != pixel) pixel = parent[pixel] = parent[parent[pixel]];
        return pixel;
    }

    /// <summary>Paper pixels, deepest first: a counting sort.</summary>
    private static int[] FromDeepest(float[] distances)
    {
        float deepest = 0;
        foreach (float d in distances) deepest = Math.Max(deepest, d);
        // Without any ink the distance has no meaning (it is the largest number): one level is enough.
        const float Beyond = 20000;
        int levels = deepest > Beyond ? 2 : (int)(deepest * StepsPerPixel) + 2;
        int[] starts = new int[levels + 1];
        int paper = 0;
        foreach (float d in distances)
        {
            if (d <= 0) continue;
            starts[Level(d, levels) + 1]++;
            paper++;
        }

        for (int level = 1; level <= levels; level++) starts[level] += starts[level - 1];
        int[] order = new int[paper];
        for (int i = 0; i < distances.Length; i++)
            if (distances[i] > 0) order[starts[Level(distances[i], levels)]++] = i;
        return order;

        static int Level(float distance, int levels) => levels - 1 - Math.Min(levels - 1, (int)Math.Min(Beyond, distance * StepsPerPixel));
    }

    private static int NumberRegions(int[] parent, int leastArea, int[] labels)
    {
        int[] area = new int[parent.Length];
        for (int i = 0; i < parent.Length; i++)
            if (parent[i] >= 0) area[Root(parent, i)]++;

        int[] number = new int[parent.Length];
        int count = 0;
        for (int i = 0; i < parent.Length; i++)
        {
            if (parent[i] < 0) continue;
            int root = Root(parent, i);
            if (area[root] < leastArea) continue;
            if (number[root] == 0) number[root] = ++count;
            labels[i] = number[root];
        }

        return count;
    }
}
