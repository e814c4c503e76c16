using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Regions;

/// <summary>
/// Shares regions out among the seeds in them: each pixel goes to the seed with the cheapest way to it inside its region. Open paper is cheap, narrow places are dear,
/// so seeds meet halfway in the open and a colour squeezes through a gap only when nothing else is near.
/// </summary>
/// <remarks>Dijkstra's algorithm with Dial's circular buckets; steps cost 5 straight and 7 diagonally (G. Borgefors' chamfer 5-7, within 8 % of Euclid).</remarks>
internal static class GeodesicFlood
{
    private const int StraightStep = 5;
    private const int DiagonalStep = 7;

    /// <summary>A passage of this half width, in pixels, costs twice as much as open paper; half of it, five times as much.</summary>
    private const float NarrowHalfWidth = 8;

    /// <summary>What a pixel costs at most, in open pixels: on a line, or beside one.</summary>
    private const int DearestPixel = 40;

    /// <summary>Floods in place.</summary>
    /// <param name="seeds">In: above 0 for seeds, 0 for pixels to be shared out, below 0 for pixels that stay out. Out: no 0 in a region that holds a seed.</param>
    /// <param name="regions">Region of each pixel; no way leads from one region to another.</param>
    /// <param name="distances">Distance of each pixel to the nearest line, in pixels.</param>
    public static void Run(Plane<int> seeds, Plane<int> regions, float[] distances)
    {
        int width = seeds.Width;
        int height = seeds.Height;
        int[] label = seeds.Data;
        int[] cost = new int[label.Length];
        Array.Fill(cost, int.MaxValue);
        byte[] price = Prices(distances);
        List<int>[] buckets = [.. Enumerable.Range(0, (DiagonalStep * DearestPixel) + 1).Select(_ => new List<int>())];
        int waiting = 0;
        for (int i = 0; i < label.Length; i++)
        {
            if (label[i] <= 0) continue;
            cost[i] = 0;
            buckets[0].Add(i);
            waiting++;
        }

        for (int current = 0; waiting > 0; current++)
        {
            List<int> bucket = buckets[current % buckets.Length];
            for (int k = 0; k < bucket.Count; k++)
            {
                // A pixel whose cost has fallen since waits in an earlier bucket too, and was settled there.
                if (cost[bucket[k]] == current) Spread(bucket[k]);
            }

            waiting -= bucket.Count;
            bucket.Clear();
        }

        void Spread(int from)
        {
            int x = from % width;
            int y = from / width;
            for (int dy = -1; dy <= 1; dy++)
            {
                for (int dx = -1; dx <= 1; dx++)
                {
                    if ((dx | dy) == 0 || x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) continue;
                    int to = from + (dy * width) + dx;
                    if (label[to] < 0 || regions.Data[to] != regions.Data[from]) continue;
                    int arrival = cost[from] + ((dx == 0 || dy == 0 ? StraightStep : DiagonalStep) * price[to]);
                    if (arrival >= cost[to]) continue;
                    cost[to] = arrival;
                    label[to] = label[from];
                    buckets[arrival % buckets.Length].Add(to);
                    waiting++;
                }
            }
        }
    }

    private static byte[] Prices(float[] distances)
    {
        byte[] prices = new byte[distances.Length];
        for (int i = 0; i < prices.Length; i++)
        {
            float narrowness = NarrowHalfWidth / Math.Max(0.5f, distances[i]);
            prices[i] = (byte)Math.Clamp(1 + (narrowness * narrowness), 1, DearestPixel);
        }

        return prices;
    }
}
