namespace PdnColorize.Training.Validation;

/// <summary>How close the model comes to pictures that it was not trained on.</summary>
/// <param name="Psnr">Mean peak signal-to-noise ratio in dB for each number of hints.</param>
public sealed record ValidationResult(IReadOnlyDictionary<int, double> Psnr)
{
    /// <summary>The mean over the numbers of hints, in dB; what decides which checkpoint is the best.</summary>
    public double Score => Psnr.Values.Average();
}
