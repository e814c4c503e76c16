namespace PdnColorize.Protocol.Messages;

/// <summary>The installed models.</summary>
public sealed record ListModelsResponse
{
    /// <summary>All of them, also those that cannot be used.</summary>
    public required IReadOnlyList<ModelSummary> Models { get; init; }

    /// <summary>Name of the one that is used when a request names none; null when there is none.</summary>
    public string? Default { get; init; }
}
