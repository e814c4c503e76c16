namespace PdnColorize.Training.Samples;

/// <summary>How many hints a sample has.</summary>
/// <param name="Count">Number of dots, strokes and scribbles.</param>
/// <param name="DenseShare">Share of the paper that is hinted besides, 0 to 1.</param>
/// <param name="DotsOnly">No strokes, no scribbles.</param>
internal readonly record struct HintAmount(int Count, double DenseShare = 0, bool DotsOnly = false)
{
    /// <summary>Fewest hints of a sample with many.</summary>
    private const int ManyFrom = 8;

    /// <summary>Most hints of a sample with many.</summary>
    private const int ManyTo = 64;

    public static HintAmount None => new(0);

    public bool IsNone => Count == 0 && DenseShare == 0;

    /// <summary>A random amount as the configuration asks for.</summary>
    public static HintAmount Draw(Configuration.TrainConfig config, SampleRandom random)
    {
        double kind = random.NextDouble();
        if (kind < config.NoHintShare) return None;
        if (kind < config.NoHintShare + config.DenseHintShare) return new HintAmount(0, random.Between(0.05, 1));

        // Equal chances for 8 to 16, 16 to 32, 32 to 64.
        if (random.Chance(config.ManyHintsShare)) return new HintAmount((int)(ManyFrom * Math.Pow((double)ManyTo / ManyFrom, random.NextDouble())));
        return new HintAmount(random.Geometric(config.HintCountMean));
    }
}
