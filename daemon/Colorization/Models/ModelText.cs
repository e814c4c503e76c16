namespace PdnColorize.Colorization.Models;

/// <summary>What a model may say about itself.</summary>
public static class ModelText
{
    /// <summary>Characters that the name to show may have.</summary>
    public const int MaximumTitleLength = 200;

    /// <summary>Characters that the description, or the attribution, may have.</summary>
    public const int MaximumLength = 4000;

    /// <summary>Whether a text may be the name to show: 1 to 200 characters on one line.</summary>
    public static bool IsTitle(string? text) => text is { Length: >= 1 and <= MaximumTitleLength } && !text.Any(char.IsControl);

    /// <summary>Whether a text may be a description: at most 4000 characters, none of them control characters but line ends.</summary>
    public static bool IsDescription(string? text) => text is { Length: <= MaximumLength } && HasNoControls(text);

    /// <summary>Whether there are no control characters but line ends.</summary>
    internal static bool HasNoControls(string text) => !text.Any(character => char.IsControl(character) && character != '\n');
}
