using PdnColorize.Datasets.Randomness;

namespace PdnColorize.Datasets.LineExtraction;

/// <summary>
/// Chooses how a picture's lines are drawn. Training on one extractor alone over-fits to it (adeleine's README), and the same model's
/// result moves by 2.6 dB between extractors (DetFill), so every picture gets several.
/// </summary>
internal static class LineRecipes
{
    // Those whose drawings look most like drawn lines, XDoG and dodge, come more often.
    private static readonly double[] Weights = [0.22, 0.28, 0.14, 0.20, 0.16];

    private const double MixShare = 0.3;
    private const double SmoothShare = 0.5;
    private const double CompleteShare = 0.7;

    /// <summary>The recipes of one picture: the same for the same seed and key, and of different kinds.</summary>
    /// <param name="count">How many, 1 to 4.</param>
    /// <param name="seed">Seed of the data set.</param>
    /// <param name="key">Key of the picture.</param>
    public static LineRecipe[] Choose(int count, ulong seed, string key)
    {
        SeededRandom random = new(StableHash.Of("lines", seed, key));
        double[] weights = [.. Weights];
        LineRecipe[] recipes = new LineRecipe[count];
        for (int i = 0; i < count; i++)
        {
            int kind = random.Pick(weights);
            weights[kind] = 0;
            ILineExtractor extractor = Create(kind, random);
            if (random.Chance(MixShare))
            {
                double[] others = [.. Weights];
                others[kind] = 0;
                extractor = new MixedExtractor(extractor, Create(random.Pick(others), random), random.Next(0.3, 0.7));
            }

            recipes[i] = new LineRecipe(extractor, random.Chance(SmoothShare) ? 1 : 0, random.Chance(CompleteShare));
        }

        return recipes;
    }

    /// <summary>A recipe for pictures whose own drew next to nothing: outlines where colours meet.</summary>
    public static LineRecipe Outlines { get; } = new(new GradientExtractor(3), 0, Completes: false);

    private static ILineExtractor Create(int kind, SeededRandom random) => kind switch
    {
        0 => new ArticleExtractor(random.Chance(0.5) ? 3 : 5),
        1 => new XdogExtractor(Math.Round(random.Next(0.4, 1.1), 1)),
        2 => new AdaptiveExtractor(9 + (2 * random.Next(3)), random.Next(5, 8)),
        3 => new DodgeExtractor(Math.Round(random.Next(1.5, 3), 1)),
        _ => new GradientExtractor(3),
    };
}
