namespace PdnColorize.Training.Losses;

/// <summary>The losses of a step, each before its weight.</summary>
/// <param name="Total">What the network learned from: the weighted sum of the others but the last.</param>
/// <param name="Reconstruction">Distance to the original.</param>
/// <param name="Hint">Distance between result and hint at hint pixels.</param>
/// <param name="Locality">Distance between the results of twins where their originals agree; 0 in a step without twins.</param>
/// <param name="Adversarial">How surely the discriminator recognised the results, as cross entropy; 0 while it does not judge.</param>
/// <param name="Discriminator">How badly it told results from originals, as cross entropy; 0 while it does not learn.</param>
public sealed record LossParts(double Total, double Reconstruction, double Hint, double Locality, double Adversarial, double Discriminator)
{
    /// <summary>Whether all are numbers.</summary>
    public bool IsFinite => double.IsFinite(Total) && double.IsFinite(Discriminator);
}
