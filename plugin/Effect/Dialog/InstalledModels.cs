using System.Text.Json;
using PdnColorize.Client.Starting;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;
using PdnColorize.Protocol.Runtime;

namespace PdnColorize.Effect.Dialog;

/// <summary>
/// Looks for models where the daemon does: a folder with a model.json, in the user's folder for models and in the one beside the daemon. The daemon itself is not asked, since
/// the dialog must open at once. Whether a model can be used is the daemon's to say.
/// </summary>
internal static class InstalledModels
{
    /// <summary>The model that the daemon uses when none is named; always in the list.</summary>
    public const string Default = "default";

    private const string ManifestFile = "model.json";
    private const int MostModels = 100;

    /// <summary>A manifest takes a few kilobytes; whatever is longer is none.</summary>
    private const int LongestManifest = 256 * 1024;

    /// <summary>The models of this computer, the default one first, the others by name. Never fails: what cannot be read is left out.</summary>
    public static IReadOnlyList<InstalledModel> List() => List([UserFolder.Models, .. BesideTheDaemon()]);

    /// <summary>The models of some folders; the first folder wins where two have the same name.</summary>
    internal static IReadOnlyList<InstalledModel> List(IEnumerable<string> roots)
    {
        SortedDictionary<string, InstalledModel> models = new(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (string folder in roots.SelectMany(FoldersOf).Take(MostModels))
        {
            string name = Path.GetFileName(folder);
            if (models.ContainsKey(name) || !RequestValidation.IsModelName(name)) continue;
            if (Read(Path.Combine(folder, ManifestFile), name) is { } model) models.Add(name, model);
        }

        if (!models.Remove(Default, out InstalledModel? standard)) standard = new InstalledModel(Default, Default);
        return [standard, .. models.Values];
    }

    private static InstalledModel? Read(string path, string name)
    {
        try
        {
            FileInfo file = new(path);
            if (!file.Exists) return null;
            if (file.Length > LongestManifest) return new InstalledModel(name, name);
            using FileStream stream = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using JsonDocument manifest = JsonDocument.Parse(stream);
            string? shown = manifest.RootElement.ValueKind == JsonValueKind.Object
                && manifest.RootElement.TryGetProperty("displayName", out JsonElement value)
                && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
            return new InstalledModel(name, string.IsNullOrWhiteSpace(shown) ? name : shown);
        }
        // InvalidOperationException: half of a character, which JSON can write and a text cannot hold.
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return new InstalledModel(name, name);
        }
    }

    private static string[] BesideTheDaemon()
    {
        try
        {
            return [Path.Combine(Path.GetDirectoryName(DaemonLocator.Find(null))!, "models")];
        }
        catch (Exception e) when (e is DaemonException or IOException or ArgumentException)
        {
            return [];
        }
    }

    private static string[] FoldersOf(string root)
    {
        try
        {
            return Directory.Exists(root) ? Directory.GetDirectories(root) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
