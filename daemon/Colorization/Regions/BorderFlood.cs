using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Regions;

/// <summary>
/// Shares regions out among the seeds in them: each pixel goes to the seed whose way to it, inside the region, has the lowest worst obstacle (a border to cross, or a narrow
/// passage); among equals to the one that comes first.
/// </summary>
/// <remarks>
/// F. Meyer's flooding with the way since the last worse obstacle as the order among equals: levels are done one after another, each as Dijkstra's algorithm with Dial's circular
/// buckets. Steps cost 5 straight and 7 diagonally (G. Borgefors' chamfer 5-7, within 8 % of Euclid).
/// </remarks>
internal sealed class BorderFlood
{
    private const int StraightStep = 5;
    private const int DiagonalStep = 7;

    /// <summary>Obstacles are told apart in steps of this: weaker differences are the network's noise.</summary>
    private const int StrengthsPerLevel = 16;

    private const int Levels = 256 / StrengthsPerLevel;

    /// <summary>The narrowest passage weighs as much as a border that is as likely as not.</summary>
    private const float NarrowestStrength = 128;

    private readonly Plane<int> _seeds;
    private readonly Plane<int> _regions;
    private readonly byte[] _obstacles;
    private readonly byte[] _worst;
    private readonly int[] _length;
    private readonly List<int>[] _waiting = [.. Enumerable.Range(0, Levels).Select(_ => new List<int>())];
    private readonly List<int>[] _buckets = [.. Enumerable.Range(0, DiagonalStep + 1).Select(_ => new List<int>())];
    private int _inBuckets;

    private BorderFlood(Plane<int> seeds, Plane<int> regions, byte[] obstacles)
    {
        _seeds = seeds;
        _regions = regions;
        _obstacles = obstacles;
        _worst = new byte[seeds.Length];
        _length = new int[seeds.Length];
        Array.Fill(_worst, byte.MaxValue);
    }

    /// <summary>Floods in place.</summary>
    /// <param name="seeds">In: above 0 for seeds, 0 for pixels to be shared out, below 0 for pixels that stay out. Out: no 0 in a region that holds a seed.</param>
    /// <param name="regions">Region of each pixel, each connected; no way leads from one region to another.</param>
    /// <param name="borders">How strong a border runs through each pixel, 0..255.</param>
    /// <param name="distances">Distance of each pixel to the nearest line or strong border, in pixels.</param>
    /// <param name="wide">Half width from which a passage is as good as open paper, in pixels.</param>
    public static void Run(Plane<int> seeds, Plane<int> regions, Plane<byte> borders, float[] distances, double wide)
    {
        byte[] obstacles = new byte[seeds.Length];
        for (int i = 0; i < obstacles.Length; i++)
        {
            float narrowness = NarrowestStrength * (1 - (distances[i] / (float)wide));
            obstacles[i] = (byte)(Math.Max(borders.Data[i], narrowness) / StrengthsPerLevel);
        }

        new BorderFlood(seeds, regions, obstacles).Run();
    }

    private void Run()
    {
        for (int i = 0; i < _seeds.Length; i++)
        {
            if (_seeds.Data[i] <= 0) continue;
            // A hint in a nook begins when the open paper around it is shared out.
            _worst[i] = _obstacles[i];
            _waiting[_worst[i]].Add(i);
        }

        for (int level = 0; level < Levels; level++) RunLevel(level);
    }

    private void RunLevel(int level)
    {
        // A pixel that waits may have been reached over a lower obstacle since.
        foreach (int pixel in _waiting[level])
            if (_worst[pixel] == level) Put(pixel);
        for (int current = 0; _inBuckets > 0; current++)
        {
            List<int> bucket = _buckets[current % _buckets.Length];
            for (int k = 0; k < bucket.Count; k++)
                if (_length[bucket[k]] == current) Spread(bucket[k], level);
            _inBuckets -= bucket.Count;
            bucket.Clear();
        }
    }

    private void Put(int pixel)
    {
        _buckets[_length[pixel] % _buckets.Length].Add(pixel);
        _inBuckets++;
    }

    private void Spread(int from, int level)
    {
        int width = _seeds.Width;
        int height = _seeds.Height;
        int x = from % width;
        int y = from / width;
        for (int dy = -1; dy <= 1; dy++)
        {
            for (int dx = -1; dx <= 1; dx++)
            {
                if ((dx | dy) == 0 || x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) continue;
                int to = from + (dy * width) + dx;
                if (_seeds.Data[to] < 0 || _regions.Data[to] != _regions.Data[from]) continue;
                int worst = Math.Max(level, _obstacles[to]);
                int step = dx == 0 || dy == 0 ? StraightStep : DiagonalStep;
                int length = worst > level ? step : _length[from] + step;
                if (worst > _worst[to] || (worst == _worst[to] && length >= _length[to])) continue;
                _worst[to] = (byte)worst;
                _length[to] = length;
                _seeds.Data[to] = _seeds.Data[from];
                if (worst > level)
                    _waiting[worst].Add(to);
                else
                    Put(to);
            }
        }
    }
}
