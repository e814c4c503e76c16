namespace PdnColorize.Datasets.Randomness;

/// <summary>
/// Random numbers that depend on the seed alone: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
/// <see cref="Random"/> promises no sequence across versions of .NET, and data sets must be built alike years apart.
/// </summary>
internal sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    public ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>At least 0, below 1.</summary>
    public double NextUnit() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>At least <paramref name="least"/>, below <paramref name="limit"/>.</summary>
    public double Next(double least, double limit) => least + (NextUnit() * (limit - least));

    /// <summary>At least 0, below <paramref name="limit"/>.</summary>
    public int Next(int limit) => (int)(NextUnit() * limit);

    /// <summary>True with this probability.</summary>
    public bool Chance(double probability) => NextUnit() < probability;

    /// <summary>One of the choices, each as likely as its weight.</summary>
    public int Pick(ReadOnlySpan<double> weights)
    {
        double total = 0;
        foreach (double weight in weights) total += weight;
        double place = NextUnit() * total;
        for (int i = 0; i < weights.Length - 1; i++)
        {
            place -= weights[i];
            if (place < 0) return i;
        }

        return weights.Length - 1;
    }
}
