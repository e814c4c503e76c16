using System.Text.RegularExpressions;

namespace PdnColorize.Colorization.Models;

/// <summary>How a model says under which licence its weights are.</summary>
public static partial class ModelLicence
{
    /// <summary>Characters that it may have.</summary>
    public const int MaximumLength = 200;

    /// <summary>The rule in words, to stand behind "it must be ".</summary>
    public const string Rule = "an SPDX expression such as CC-BY-SA-4.0 or MIT";

    /// <summary>Whether a text may be a model's licence. Not the whole grammar of SPDX expressions; enough to keep sentences and links out.</summary>
    public static bool IsValid(string? licence) => licence is { Length: <= MaximumLength } && Spdx().IsMatch(licence);

    [GeneratedRegex(@"\A[A-Za-z0-9.+()-]+( [A-Za-z0-9.+()-]+)*\z")]
    private static partial Regex Spdx();
}
