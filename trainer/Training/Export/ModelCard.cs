namespace PdnColorize.Training.Export;

/// <summary>What a model folder says about its model.</summary>
public sealed record ModelCard
{
    /// <summary>The model's name: small letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>The name to show.</summary>
    public required string DisplayName { get; init; }

    /// <summary>One or two sentences.</summary>
    public string Description { get; init; } = "";

    /// <summary>The weights' licence as an SPDX expression.</summary>
    public required string Licence { get; init; }

    /// <summary>Whom the licence asks to credit: a file among <see cref="Documents"/>, or a text.</summary>
    public string Attribution { get; init; } = "";

    /// <summary>Texts for people by file name, each ending in .md.</summary>
    public IReadOnlyDictionary<string, string> Documents { get; init; } = new Dictionary<string, string>();
}
