namespace PdnColorize.Training.Samples;

/// <summary>Random numbers that are the same on every machine and in every version of .NET: SplitMix64 (Steele, Lea and Flood, 2014).</summary>
internal sealed class SampleRandom(ulong state)
{
    /// <summary>A generator that depends on all of the numbers.</summary>
    public static SampleRandom For(long seed, long purpose, long index = 0)
    {
        SampleRandom random = new(unchecked((ulong)seed));
        random = new SampleRandom(random.Next() ^ unchecked((ulong)purpose));
        return new SampleRandom(random.Next() ^ unchecked((ulong)index));
    }

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 up to, but not, 1.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>From <paramref name="least"/> up to, but not, <paramref name="most"/>.</summary>
    public double Between(double least, double most) => least + ((most - least) * NextDouble());

    /// <summary>0 to <paramref name="count"/> - 1.</summary>
    public int Below(int count) => (int)(NextDouble() * count);

    /// <summary>True with that probability.</summary>
    public bool Chance(double probability) => NextDouble() < probability;

    /// <summary>Normally distributed, mean 0, deviation 1 (Box and Muller).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - NextDouble())) * Math.Cos(2 * Math.PI * NextDouble());

    /// <summary>1 and up, falling geometrically, with that mean.</summary>
    public int Geometric(double mean) => mean <= 1 ? 1 : 1 + (int)(Math.Log(1 - NextDouble()) / Math.Log(1 - (1 / mean)));
}
