namespace PdnColorize.Training.Checkpoints;

/// <summary>Names of the files of a checkpoint.</summary>
internal static class CheckpointFiles
{
    /// <summary>The numbers; written last, so that a folder with it is complete.</summary>
    public const string State = "state.json";

    /// <summary>The network in training.</summary>
    public const string Network = "network.safetensors";

    /// <summary>The moments of its optimizer.</summary>
    public const string NetworkMoments = "network-moments.safetensors";

    /// <summary>The moving average: the model.</summary>
    public const string Average = "average.safetensors";

    /// <summary>The discriminator, if there is one.</summary>
    public const string Discriminator = "discriminator.safetensors";

    /// <summary>The moments of its optimizer.</summary>
    public const string DiscriminatorMoments = "discriminator-moments.safetensors";
}
