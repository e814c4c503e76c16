using PdnColorize.Training.Configuration;

namespace PdnColorize.Training.FineTuning;

/// <summary>Which parts of a U-Net learn.</summary>
/// <param name="Frozen">The layers that do not.</param>
/// <param name="Statistics">What the other layers' batch normalisations go by; a frozen layer's always keep theirs.</param>
internal readonly record struct LearningParts(FrozenLayers Frozen, BatchStatistics Statistics)
{
    private static readonly string[] LastLayers = ["dc2", "bnd2", "dc1", "bnd1", "dc0"];

    /// <summary>As in training from nothing.</summary>
    public static LearningParts All => default;

    /// <summary>As a configuration asks for.</summary>
    public static LearningParts Of(TrainConfig config) => new(config.FrozenLayers, config.BatchStatistics);

    /// <summary>Whether a weight learns.</summary>
    /// <param name="name">A layer's or a tensor's name, for instance "bnc0" or "dc8.weight".</param>
    public bool Learns(string name)
    {
        string layer = name.Split('.')[0];
        return Frozen switch
        {
            FrozenLayers.Encoder => !layer.StartsWith('c') && !layer.StartsWith("bnc", StringComparison.Ordinal),
            FrozenLayers.AllButLast => LastLayers.Contains(layer),
            _ => true,
        };
    }

    /// <summary>Whether a batch normalisation goes by its running statistics and leaves them as they are.</summary>
    public bool KeepsStatistics(string layer) => Statistics == BatchStatistics.Start || !Learns(layer);
}
