namespace PdnColorize.Training.Configuration;

/// <summary>One setting of <see cref="TrainConfig"/>: its name in files and on the command line, what it means, how it is read and written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Comment">What it means, with unit and range; for the reader of the configuration file.</param>
/// <param name="Write">The value as it stands in a JSON file.</param>
/// <param name="Read">The configuration with the value read from text, null where the text is none.</param>
/// <param name="Rule">What the value must be.</param>
/// <param name="IsAllowed">Whether it is.</param>
internal sealed record ConfigKey(
    string Name,
    string Comment,
    Func<TrainConfig, string> Write,
    Func<TrainConfig, string, TrainConfig?> Read,
    string Rule,
    Func<TrainConfig, bool> IsAllowed)
{
    /// <exception cref="TrainingException">The text is no such value.</exception>
    public TrainConfig Set(TrainConfig config, string text) =>
        Read(config, text) ?? throw new TrainingException($"'{text}' is no value for {Name}: it must be {Rule}.");

    /// <exception cref="TrainingException">The value is not allowed.</exception>
    public void Check(TrainConfig config)
    {
        if (!IsAllowed(config)) throw new TrainingException($"{Name} is {Write(config)}, but must be {Rule}. Change the configuration or --set.");
    }
}
