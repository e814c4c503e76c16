using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Regions;

/// <summary>
/// Shares regions out among the seeds in them by the borders between: each pixel goes to the seed whose way to it, inside the region, has the lowest worst border; among
/// equals to the nearest along that way.
/// </summary>
/// <remarks>
/// Dijkstra's algorithm with the worst border first and the length second; steps cost 5 straight and 7 diagonally (G. Borgefors' chamfer 5-7, within 8 % of Euclid).
/// The borders' levels are done one after another, each with Dial's circular buckets.
/// </remarks>
internal sealed class BorderFlood
{
    private const int StraightStep = 5;
    private const int DiagonalStep = 7;

    /// <summary>Borders are told apart in steps of this: weaker differences are the network's noise.</summary>
    private const int StrengthsPerLevel = 16;

    private const int Levels = 256 / StrengthsPerLevel;

    private readonly Plane<int> _seeds;
    private readonly Plane<int> _regions;
    private readonly Plane<byte> _borders;
    private readonly byte[] _worst;
    private readonly int[] _length;
    private readonly List<int>[] _waiting = [.. Enumerable.Range(0, Levels).Select(_ => new List<int>())];
    private readonly List<int>[] _buckets = [.. Enumerable.Range(0, DiagonalStep + 1).Select(_ => new List<int>())];
    private int _inBuckets;

    private BorderFlood(Plane<int> seeds, Plane<int> regions, Plane<byte> borders)
    {
        _seeds = seeds;
        _regions = regions;
        _borders = borders;
        _worst = new byte[seeds.Length];
        _length = new int[seeds.Length];
        Array.Fill(_worst, byte.MaxValue);
    }

    /// <summary>Floods in place.</summary>
    /// <param name="seeds">In: above 0 for seeds, 0 for pixels to be shared out, below 0 for pixels that stay out. Out: no 0 in a region that holds a seed.</param>
    /// <param name="regions">Region of each pixel, each connected; no way leads from one region to another.</param>
    /// <param name="borders">How strong a border runs through each pixel, 0..255.</param>
    public static void Run(Plane<int> seeds, Plane<int> regions, Plane<byte> borders) => new BorderFlood(seeds, regions, borders).Run();

    private void Run()
    {
        for (int i = 0; i < _seeds.Length; i++)
        {
            if (_seeds.Data[i] <= 0) continue;
            _worst[i] = 0;
            _waiting[0].Add(i);
        }

        for (int level = 0; level < Levels; level++) RunLevel(level);
    }

    private void RunLevel(int level)
    {
        // Pixels that wait may have been reached better since: by a lower border, or by a shorter way and then more than once.
        int[] starts = [.. _waiting[level].Where(pixel => _worst[pixel] == level)];
        _waiting[level].Clear();
        Array.Sort([.. starts.Select(pixel => _length[pixel])], starts);
        int next = 0;
        int current = 0;
        while (next < starts.Length || _inBuckets > 0)
        {
            if (_inBuckets == 0) current = Math.Max(current, _length[starts[next]]);
            List<int> bucket = _buckets[current % _buckets.Length];
            for (; next < starts.Length && _length[starts[next]] <= current; next++)
            {
                bucket.Add(starts[next]);
                _inBuckets++;
            }

            for (int k = 0; k < bucket.Count; k++)
                if (_length[bucket[k]] == current && _worst[bucket[k]] == level) Spread(bucket[k], level);
            _inBuckets -= bucket.Count;
            bucket.Clear();
            current++;
        }
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
                int worst = Math.Max(level, _borders.Data[to] / StrengthsPerLevel);
                int length = _length[from] + (dx == 0 || dy == 0 ? StraightStep : DiagonalStep);
                if (worst > _worst[to] || (worst == _worst[to] && length >= _length[to])) continue;
                _worst[to] = (byte)worst;
                _length[to] = length;
                _seeds.Data[to] = _seeds.Data[from];
                if (worst > level)
                {
                    _waiting[worst].Add(to);
                }
                else
                {
                    _buckets[length % _buckets.Length].Add(to);
                    _inBuckets++;
                }
            }
        }
    }
}
