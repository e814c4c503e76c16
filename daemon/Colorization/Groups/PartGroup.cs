namespace PdnColorize.Colorization.Groups;

/// <summary>Parts that share a color, as far as the reading network can tell.</summary>
internal sealed class PartGroup
{
    /// <summary>A part joins the likest group from this logit on. Higher: one head of hair in several colors; lower: everything in one. (PSNR of the first guess and of the best of 8 on true lines: 16.8 and 18.1 at 0.5, 17.3 and 19.0 at 2.5.)</summary>
    private const double JoinsFrom = 2.5;

    private readonly float[] _embedding;
    private readonly double[] _odds;

    private PartGroup(int embeddingSize, int colors) => (_embedding, _odds) = (new float[embeddingSize], new double[colors]);

    /// <summary>The parts, the largest first.</summary>
    public List<int> Members { get; } = [];

    /// <summary>Pixels of all parts.</summary>
    public long Size { get; private set; }

    /// <summary>The mean logarithm of a color's probability.</summary>
    public double Odds(int color) => _odds[color] / Size;

    /// <summary>Joins parts into groups, the largest first.</summary>
    /// <param name="traits">The parts' traits.</param>
    /// <param name="parts">The parts to join.</param>
    /// <param name="colors">Number of colors that the network tells apart.</param>
    public static List<PartGroup> Join(PartTraits traits, IEnumerable<int> parts, int colors)
    {
        List<PartGroup> groups = [];
        Dictionary<int, PartGroup> groupOf = [];
        foreach (int part in parts.OrderByDescending(part => traits.Parts.Parts[part].Size).ThenBy(part => part))
        {
            Dictionary<PartGroup, double> weakest = [];
            foreach ((int neighbor, Regions.RegionGraph.Border border) in traits.Graph[part])
                if (groupOf.TryGetValue(neighbor, out PartGroup? beside)) weakest[beside] = Math.Min(weakest.GetValueOrDefault(beside, byte.MaxValue), border.Mean);
            PartGroup? likest = null;
            double best = JoinsFrom;
            float[] unit = new float[traits.Embedding(part).Length];
            foreach (PartGroup group in groups)
            {
                group._embedding.CopyTo(unit, 0);
                FeatureMap.Normalize(unit, unit.Length);
                double likeness = Likeness.OfEmbeddings(unit, traits.Embedding(part)) + (weakest.TryGetValue(group, out double border) ? Likeness.OfBorder(border) : 0);
                if (likeness > best) (best, likest) = (likeness, group);
            }

            if (likest is null) groups.Add(likest = new PartGroup(unit.Length, colors));
            likest.Add(part, traits);
            groupOf.Add(part, likest);
        }

        return groups;
    }

    private void Add(int part, PartTraits traits)
    {
        int size = traits.Parts.Parts[part].Size;
        Members.Add(part);
        Size += size;
        ReadOnlySpan<float> embedding = traits.Embedding(part);
        for (int i = 0; i < _embedding.Length; i++) _embedding[i] += size * embedding[i];
        ReadOnlySpan<float> odds = traits.ColorOdds(part, _odds.Length);
        for (int color = 0; color < odds.Length; color++) _odds[color] += size * (double)odds[color];
    }
}
