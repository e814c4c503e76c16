namespace PdnColorize.Protocol.Messages;

/// <summary>An installed model.</summary>
public sealed record ModelSummary
{
    /// <summary>Its name, as <see cref="ColorizeSettings.Model"/> takes it.</summary>
    public required string Name { get; init; }

    /// <summary>What it is called in a list.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Its preset: classic, faithful.</summary>
    public string? Preset { get; init; }

    /// <summary>Number of its stages.</summary>
    public int Stages { get; init; }

    /// <summary>Its licence.</summary>
    public string? Licence { get; init; }

    /// <summary>Why it cannot be used, without paths; null when it can.</summary>
    public string? Problem { get; init; }
}
