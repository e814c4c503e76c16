namespace PdnColorize.Training.Validation;

/// <summary>How close the model comes to pictures that it was not trained on.</summary>
/// <param name="Psnr">For each of <see cref="HintCounts"/> the peak signal-to-noise ratio in dB: the mean over the sources of the mean over their pictures.</param>
public sealed record ValidationResult(IReadOnlyDictionary<int, double> Psnr)
{
    /// <summary>Numbers of hints that are tried, ascending; a larger number adds hints to those of a smaller one.</summary>
    public static IReadOnlyList<int> HintCounts { get; } = [0, 1, 5, 10, 25, 50];

    /// <summary>The mean over the numbers of hints, in dB; what decides which checkpoint is the best.</summary>
    public double Score => Psnr.Values.Average();

    /// <summary>What <see cref="Score"/> is the mean of.</summary>
    internal static string ScoreName { get; } = $"PSNR at {string.Join(", ", HintCounts)} hints, over sources";
}
