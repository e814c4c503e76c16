using PdnColorize.Datasets.Pictures;

namespace PdnColorize.Datasets.Building;

/// <summary>
/// Finds near-duplicates among many pictures. Two hashes that differ in at most 4 bits agree in at least one of 5 bands of bits, so only pictures that
/// share a band are compared: 600,000 pictures need some hundred comparisons each instead of 600,000.
/// </summary>
internal sealed class NearDuplicates
{
    private const int Bands = Fingerprint.MaxHashDistance + 1;
    private const int BandBits = 13;

    private readonly Dictionary<(int Band, ulong Bits), List<Kept>> _byBand = [];

    /// <summary>Adds a picture unless it is near one that was added before.</summary>
    /// <returns>The key of the earlier picture; null when the picture was added.</returns>
    public string? AddOrFind(string key, Fingerprint fingerprint)
    {
        for (int band = 0; band < Bands; band++)
        {
            if (!_byBand.TryGetValue((band, BitsOf(fingerprint, band)), out List<Kept>? candidates)) continue;
            foreach (Kept candidate in candidates)
                if (candidate.Fingerprint.IsNear(fingerprint)) return candidate.Key;
        }

        Kept kept = new(key, fingerprint);
        for (int band = 0; band < Bands; band++)
        {
            (int, ulong) place = (band, BitsOf(fingerprint, band));
            if (!_byBand.TryGetValue(place, out List<Kept>? list)) _byBand[place] = list = [];
            list.Add(kept);
        }

        return null;
    }

    private static ulong BitsOf(Fingerprint fingerprint, int band) => (fingerprint.Hash >> (band * BandBits)) & ((1UL << BandBits) - 1);

    private sealed record Kept(string Key, Fingerprint Fingerprint);
}
