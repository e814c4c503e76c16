using System.Buffers;

namespace PdnColorize.Colorization.Models;

/// <summary>
/// Names of models and of their files. They become parts of paths on any system, so only what is harmless everywhere is
/// allowed: a name can neither leave its folder nor mean a device.
/// </summary>
public static class ModelName
{
    /// <summary>Characters that a model's name may have.</summary>
    public const int MaximumLength = 64;

    /// <summary>The rule in words, to stand behind "...; ".</summary>
    public const string Rule =
        "a model's name has 1 to 64 letters (A to Z), digits, '-', '_' and '.', does not begin or end with '.', " +
        "and is not a Windows device";

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>Whether a text may be a model's name.</summary>
    public static bool IsValid(string? name) => name is { Length: <= MaximumLength } && IsValidFileName(name);

    /// <summary>Whether a text may be the name of a file in a model's folder: the same rule, up to 100 characters.</summary>
    internal static bool IsValidFileName(string name) =>
        name.Length is > 0 and <= 100
        && !name.AsSpan().ContainsAnyExcept(Allowed)
        && name[0] != '.'
        && name[^1] != '.'
        && !IsDevice(name.AsSpan(0, name.IndexOf('.') is var dot and >= 0 ? dot : name.Length));

    /// <summary>Windows takes these for devices, with any extension and in any folder.</summary>
    private static bool IsDevice(ReadOnlySpan<char> stem)
    {
        foreach (var device in (ReadOnlySpan<string>)["CON", "PRN", "AUX", "NUL"])
        {
            if (stem.Equals(device, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return stem.Length == 4
            && char.IsAsciiDigit(stem[3])
            && (stem.StartsWith("COM", StringComparison.OrdinalIgnoreCase) || stem.StartsWith("LPT", StringComparison.OrdinalIgnoreCase));
    }
}
