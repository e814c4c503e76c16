using PdnColorize.Protocol.Runtime;

namespace PdnColorize.Host.Batch;

/// <summary>Finds the hint layers of drawings by their names.</summary>
internal static class HintFiles
{
    /// <summary>In a folder of drawings, NAME.hints.png is taken for the hint layer of NAME.png, not for a drawing.</summary>
    private const string Suffix = ".hints";

    /// <summary>Whether a file is called like a hint layer.</summary>
    public static bool IsHintFile(string path) =>
        Path.GetFileNameWithoutExtension(path).EndsWith(Suffix, StringComparison.OrdinalIgnoreCase);

    /// <summary>The hint layer for a drawing; null when there is none.</summary>
    /// <param name="drawing">The drawing's file.</param>
    /// <param name="hints">A hint layer, a folder of them, or null.</param>
    public static string? For(string drawing, string? hints)
    {
        if (hints is null || !Directory.Exists(hints)) return hints;
        string name = Path.GetFileNameWithoutExtension(drawing);
        // PNG also for a drawing of another format: a JPEG cannot have a JPEG hint layer, since those have no transparency.
        string[] names = [$"{name}{Suffix}.png", Path.GetFileName(drawing), $"{name}.png"];
        string self = RealPath.Of(drawing);
        // Drawings and hint layers may share a folder, where the first file of the drawing's name is the drawing.
        return names.Select(file => Path.Combine(hints, file)).FirstOrDefault(file => File.Exists(file) && RealPath.Of(file) != self);
    }
}
