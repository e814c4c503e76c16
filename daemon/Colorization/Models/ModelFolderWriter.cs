using System.Security.Cryptography;
using System.Text;
using PdnColorize.Colorization.Safetensors;

namespace PdnColorize.Colorization.Models;

/// <summary>Writes model folders: the trainer's export, and models for tests.</summary>
public static class ModelFolderWriter
{
    private static readonly string UnknownHash = new('0', 2 * SHA256.HashSizeInBytes);

    /// <summary>
    /// Writes a whole model beside its destination, then renames it: a folder with a model.json is complete. What would not
    /// load is refused before anything is written.
    /// </summary>
    /// <param name="folder">The destination; its parent exists.</param>
    /// <param name="manifest">What to write; the hashes are computed and need not be there.</param>
    /// <param name="weights">The tensors of each stage, as many as the manifest has stages.</param>
    /// <param name="reading">The reading network's tensors; null exactly when the manifest has none.</param>
    /// <param name="documents">Texts for people by file name, for instance README.md.</param>
    /// <param name="replace">
    /// Whether an existing model is replaced. Only a folder that holds a model and nothing else is: a mistyped path must not
    /// cost anybody pictures.
    /// </param>
    /// <returns>The manifest as written, with hashes.</returns>
    /// <exception cref="ModelException">Manifest or weights are not valid.</exception>
    /// <exception cref="ArgumentException">A document's name is not allowed.</exception>
    /// <exception cref="IOException">The destination exists and is not replaced, or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The parent folder may not be written to.</exception>
    public static ModelManifest Write(
        string folder,
        ModelManifest manifest,
        IReadOnlyList<IReadOnlyList<SafetensorsTensor>> weights,
        IReadOnlyDictionary<string, string>? documents = null,
        bool replace = false,
        IReadOnlyList<SafetensorsTensor>? reading = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(weights);
        documents ??= new Dictionary<string, string>();
        var destination = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var source = Path.Combine(destination, ModelManifest.FileName);
        var stages = CheckInput(manifest, weights, documents, source);
        var checkedReading = CheckReading(manifest, reading, source);
        CheckDestination(destination, replace);
        var parent = Path.GetDirectoryName(destination) ?? throw new IOException($"{destination} cannot be a model's folder.");
        if (!Directory.Exists(parent))
            throw new DirectoryNotFoundException($"There is no folder {parent} to write the model into. Make it first.");
        var temporary = Path.Combine(parent, $".{Path.GetFileName(destination)}.{Guid.NewGuid():N}.tmp");
        try
        {
            Directory.CreateDirectory(temporary);
            var written = WriteFiles(temporary, manifest, stages, checkedReading, documents);
            MoveIntoPlace(temporary, destination);
            return written;
        }
        finally
        {
            if (Directory.Exists(temporary))
                Directory.Delete(temporary, recursive: true);
        }
    }

    private static List<StageWeights> CheckInput(
        ModelManifest manifest,
        IReadOnlyList<IReadOnlyList<SafetensorsTensor>> weights,
        IReadOnlyDictionary<string, string> documents,
        string source)
    {
        ManifestRules.Check(manifest, source, hashesKnown: false);
        // Texts that the reader refuses would be found by whoever loads the model.
        var readable = manifest with
        {
            Stages = [.. manifest.Stages.Select(stage => stage with { Sha256 = UnknownHash })],
            Reading = manifest.Reading is { } reading ? reading with { Sha256 = UnknownHash } : null,
        };
        ManifestReader.Read(readable.ToUtf8Json(), source);
        if (weights.Count != manifest.Stages.Count)
            throw ManifestNode.Invalid(source, "stages", $"has {manifest.Stages.Count} entries, but there are weights for {weights.Count}");
        foreach (var name in documents.Keys)
        {
            if (!ModelName.IsValidFileName(name) || !name.EndsWith(".md", StringComparison.Ordinal))
            {
                throw new ArgumentException(
                    $"'{name}' is not a document's name: letters, digits, '-', '_' and '.' only, ending in .md.", nameof(documents));
            }
        }

        return [.. manifest.Stages.Select((stage, i) => StageWeights.Check(stage, weights[i], stage.File))];
    }

    private static ReadingWeights? CheckReading(ModelManifest manifest, IReadOnlyList<SafetensorsTensor>? tensors, string source)
    {
        if (manifest.Reading is not { } reading)
            return tensors is null ? null : throw ManifestNode.Invalid(source, "reading", "is missing, but there are weights for it");
        if (tensors is null)
            throw ManifestNode.Invalid(source, "reading", "is there, but there are no weights for it");
        return ReadingWeights.Check(reading, tensors, reading.File);
    }

    private static void CheckDestination(string destination, bool replace)
    {
        if (File.Exists(destination))
            throw new IOException($"{destination} is a file. Choose another folder.");
        if (!Directory.Exists(destination))
            return;
        if (!replace)
            throw new IOException($"{destination} exists already. Choose another folder, or ask for it to be replaced.");
        var stranger = Directory.GetFileSystemEntries(destination).FirstOrDefault(entry => !IsPartOfModel(entry));
        if (stranger is not null || !File.Exists(Path.Combine(destination, ModelManifest.FileName)))
        {
            var what = stranger is null ? "no model" : Path.GetFileName(stranger);
            throw new IOException($"{destination} holds {what}, so it is not replaced. Choose another folder.");
        }
    }

    /// <summary>Whether a file is one that a model's folder holds; other files there are somebody else's.</summary>
    internal static bool IsPartOfModel(string entry) =>
        File.Exists(entry) && (Path.GetFileName(entry) == ModelManifest.FileName || Path.GetExtension(entry) is ".safetensors" or ".md");

    private static ModelManifest WriteFiles(
        string folder,
        ModelManifest manifest,
        List<StageWeights> stages,
        ReadingWeights? reading,
        IReadOnlyDictionary<string, string> documents)
    {
        var written = manifest with
        {
            Stages = [.. stages.Select(stage => stage.Settings with { Sha256 = WriteWeights(folder, stage, manifest.Name) })],
            Reading = reading is null ? null : reading.Settings with { Sha256 = WriteWeights(folder, reading, manifest.Name) },
        };
        foreach (var (name, text) in documents)
            File.WriteAllText(Path.Combine(folder, name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.WriteAllBytes(Path.Combine(folder, ModelManifest.FileName), written.ToUtf8Json());
        return written;
    }

    /// <summary>Writes a network's file and returns its hash.</summary>
    private static string WriteWeights(string folder, NetworkWeights weights, string modelName)
    {
        var path = Path.Combine(folder, weights.Settings.File);
        SafetensorsWriter.Write(path, weights.Tensors, new Dictionary<string, string> { ["model"] = modelName });
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    /// <summary>
    /// No system exchanges two folders in one step; the old one steps aside and comes back if the new one cannot take its
    /// place.
    /// </summary>
    private static void MoveIntoPlace(string temporary, string destination)
    {
        if (!Directory.Exists(destination))
        {
            Directory.Move(temporary, destination);
            return;
        }

        var aside = temporary + ".old";
        Directory.Move(destination, aside);
        try
        {
            Directory.Move(temporary, destination);
        }
        catch
        {
            Directory.Move(aside, destination);
            throw;
        }

        Directory.Delete(aside, recursive: true);
    }
}
