namespace PdnColorize.Colorization.Maps;

/// <summary>Of which places of an axis, and in which shares, each place of the resized axis is made.</summary>
internal sealed class AxisWeights
{
    /// <summary>Shares below this are left out: they are errors of rounding.</summary>
    private const double NoShare = 1e-3;

    private readonly int[] _starts;
    private readonly int[] _first;
    private readonly float[] _shares;

    private AxisWeights(IReadOnlyList<(int First, float[] Shares)> places)
    {
        _first = [.. places.Select(place => place.First)];
        _starts = new int[places.Count + 1];
        for (int i = 0; i < places.Count; i++) _starts[i + 1] = _starts[i] + places[i].Shares.Length;
        _shares = [.. places.SelectMany(place => place.Shares)];
    }

    /// <summary>Length of the resized axis.</summary>
    public int Length => _first.Length;

    /// <summary>Between the two nearest places, by the distance of their middles.</summary>
    public static AxisWeights Linear(int from, int to)
    {
        double scale = (double)from / to;
        (int, float[])[] places = new (int, float[])[to];
        for (int i = 0; i < to; i++)
        {
            double middle = Math.Clamp(((i + 0.5) * scale) - 0.5, 0, from - 1);
            int first = (int)middle;
            float second = (float)(middle - first);
            places[i] = second == 0 ? (first, [1]) : (first, [1 - second, second]);
        }

        return new AxisWeights(places);
    }

    /// <summary>The mean of all that a place covers where the axis shrinks; <see cref="Linear"/> where it grows.</summary>
    public static AxisWeights Area(int from, int to)
    {
        if (to >= from) return Linear(from, to);
        double scale = (double)from / to;
        (int, float[])[] places = new (int, float[])[to];
        List<float> shares = [];
        for (int i = 0; i < to; i++)
        {
            double start = i * scale;
            double end = Math.Min(start + scale, from);
            shares.Clear();
            int first = (int)start;
            if (first + 1 - start < NoShare) first++;
            for (int k = first; k < from && end - k > NoShare; k++)
                shares.Add((float)((Math.Min(end, k + 1) - Math.Max(start, k)) / (end - start)));
            places[i] = (first, [.. shares]);
        }

        return new AxisWeights(places);
    }

    /// <summary>The first place that counts, and the shares of it and those that follow.</summary>
    public ReadOnlySpan<float> Of(int place, out int first)
    {
        first = _first[place];
        return _shares.AsSpan(_starts[place].._starts[place + 1]);
    }
}
