namespace PdnColorize.Colorization.Maps;

/// <summary>Of which places of an axis, and in which shares, each place of the resized axis is made.</summary>
internal sealed class AxisWeights
{
    /// <summary>Shares below this are left out: they are errors of rounding.</summary>
    private const double NoShare = 1e-3;

    private readonly int[] _first;
    private readonly float[] _shares;

    private AxisWeights(int from, int to, int count)
    {
        Count = Math.Min(count, from);
        Length = to;
        _first = new int[to];
        _shares = new float[to * Count];
    }

    /// <summary>Places that each is made of; some of the shares may be 0.</summary>
    public int Count { get; }

    /// <summary>Length of the resized axis.</summary>
    public int Length { get; }

    /// <summary>For each place the first one that it is made of.</summary>
    public ReadOnlySpan<int> First => _first;

    /// <summary>For each place <see cref="Count"/> shares, which add up to 1.</summary>
    public ReadOnlySpan<float> Shares => _shares;

    /// <summary>Between the two nearest places, by the distance of their middles.</summary>
    public static AxisWeights Linear(int from, int to)
    {
        AxisWeights weights = new(from, to, 2);
        double scale = (double)from / to;
        for (int i = 0; i < to; i++)
        {
            double middle = Math.Clamp(((i + 0.5) * scale) - 0.5, 0, from - 1);
            float second = (float)(middle - (int)middle);
            weights.Set(i, from, (int)middle, [1 - second, second]);
        }

        return weights;
    }

    /// <summary>The mean of all that a place covers where the axis shrinks; <see cref="Linear"/> where it grows.</summary>
    public static AxisWeights Area(int from, int to)
    {
        if (to >= from) return Linear(from, to);
        double scale = (double)from / to;
        // A place that covers k whole ones covers parts of two more at most.
        int count = from % to == 0 ? from / to : (int)scale + 2;
        AxisWeights weights = new(from, to, count);
        Span<float> shares = count <= 64 ? stackalloc float[count] : new float[count];
        for (int i = 0; i < to; i++)
        {
            double start = i * scale;
            double end = Math.Min(start + scale, from);
            int first = (int)start;
            if (first + 1 - start < NoShare) first++;
            shares.Clear();
            for (int k = first; k < from && end - k > NoShare; k++)
                shares[k - first] = (float)((Math.Min(end, k + 1) - Math.Max(start, k)) / (end - start));
            weights.Set(i, from, first, shares);
        }

        return weights;
    }

    /// <summary>Near the end of the axis the shares start further to the left, so that none is beyond it; those that there is no room for are 0.</summary>
    private void Set(int place, int from, int first, ReadOnlySpan<float> shares)
    {
        _first[place] = Math.Min(first, from - Count);
        int shift = first - _first[place];
        shares[..Math.Min(shares.Length, Count - shift)].CopyTo(_shares.AsSpan((place * Count) + shift));
    }
}
