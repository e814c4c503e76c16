using PdnColorize.Colorization.Safetensors;

namespace PdnColorize.Colorization.Models;

/// <summary>
/// A model on disk: a folder with model.json, the weight files that it names, and texts for people (README.md, ATTRIBUTION.md).
/// </summary>
public sealed class ModelFolder
{
    private ModelFolder(string path, ModelManifest manifest)
    {
        FullPath = path;
        Manifest = manifest;
    }

    /// <summary>The folder's full path.</summary>
    public string FullPath { get; }

    /// <summary>What model.json says; checked.</summary>
    public ModelManifest Manifest { get; }

    /// <summary>Reads and checks model.json and sees that the weight files are there; quick, for lists of models.</summary>
    /// <param name="path">The folder, or the model.json in it.</param>
    /// <exception cref="ModelException">
    /// <see cref="ModelError.NotFound"/>, <see cref="ModelError.ManifestInvalid"/>, <see cref="ModelError.VersionTooNew"/>,
    /// <see cref="ModelError.FileMissing"/> or <see cref="ModelError.Unreadable"/>.
    /// </exception>
    public static ModelFolder Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var folder = FindFolder(path);
        var manifestPath = Path.Combine(folder, ModelManifest.FileName);
        var manifest = ModelManifest.Parse(ReadManifest(manifestPath), manifestPath);
        foreach (var network in manifest.Networks)
        {
            var file = Path.Combine(folder, network.File);
            if (!File.Exists(file))
                throw Missing(file);
        }

        return new ModelFolder(folder, manifest);
    }

    /// <summary>Opens a folder and reads its weights; see <see cref="Open"/> and <see cref="LoadWeights"/>.</summary>
    /// <exception cref="ModelException">Any of the kinds.</exception>
    public static LoadedModel Load(string path) => Open(path).LoadWeights();

    /// <summary>
    /// Reads every weight file once and checks its hash, its format, its tensors' names and shapes, and that all numbers are
    /// finite. Takes as much memory as the files are long.
    /// </summary>
    /// <exception cref="ModelException">
    /// <see cref="ModelError.FileMissing"/>, <see cref="ModelError.FileInvalid"/>, <see cref="ModelError.HashMismatch"/>,
    /// <see cref="ModelError.ShapeMismatch"/> or <see cref="ModelError.Unreadable"/>.
    /// </exception>
    public LoadedModel LoadWeights() => new(
        FullPath,
        Manifest,
        [.. Manifest.Stages.Select(stage => StageWeights.Check(stage, ReadWeights(PathOf(stage), stage), PathOf(stage)))],
        Manifest.Reading is { } reading ? ReadingWeights.Check(reading, ReadWeights(PathOf(reading), reading), PathOf(reading)) : null);

    private string PathOf(NetworkManifest network) => Path.Combine(FullPath, network.File);

    private static IReadOnlyList<SafetensorsTensor> ReadWeights(string path, NetworkManifest network)
    {
        try
        {
            using var file = OpenRead(path);
            // In single precision and with the longest header; more than that is no network of this size.
            var layout = network.ToLayout();
            var limit = (layout.ElementCount * sizeof(float)) + SafetensorsLimits.MaximumHeaderBytes + SafetensorsLimits.PrefixBytes;
            if (!file.CanSeek || file.Length > limit)
                throw Damaged(path, $"it is larger than the {limit} bytes that its network can need", null);
            using var hashing = new HashingStream(file);
            // Reading checks the format as it goes; what fails there is told more precisely than "another hash".
            var contents = SafetensorsFile.Read(hashing, file.Length);
            if (!hashing.CurrentHash.Equals(network.Sha256, StringComparison.OrdinalIgnoreCase))
            {
                throw new ModelException(
                    ModelError.HashMismatch,
                    $"{path} is not the file that {ModelManifest.FileName} was written for: its SHA-256 begins with " +
                    $"{hashing.CurrentHash[..12]}, not {network.Sha256[..12]}. It is damaged or was exchanged; install the model again.");
            }

            return contents.Tensors;
        }
        catch (SafetensorsException exception)
        {
            throw Damaged(path, exception.Message, exception);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Missing(path, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, exception);
        }
    }

    private static string FindFolder(string path)
    {
        // A name with this character cannot exist; the path functions would throw at it.
        var folder = path.Contains('\0', StringComparison.Ordinal) ? null : Path.GetFullPath(path);
        if (folder is not null && File.Exists(folder) && Path.GetFileName(folder) == ModelManifest.FileName)
            folder = Path.GetDirectoryName(folder);
        if (folder is null || !Directory.Exists(folder))
        {
            throw new ModelException(
                ModelError.NotFound,
                $"There is no model folder {path.Replace('\0', '?')}. Check the spelling; " +
                "\"pdncolorize models list\" shows what there is.");
        }

        if (!File.Exists(Path.Combine(folder, ModelManifest.FileName)))
        {
            throw new ModelException(
                ModelError.NotFound, $"{folder} is not a model: it has no {ModelManifest.FileName}. Give the folder that holds one.");
        }

        return folder;
    }

    private static byte[] ReadManifest(string path)
    {
        try
        {
            using var file = OpenRead(path);
            if (!file.CanSeek || file.Length > ModelManifest.MaximumBytes)
                throw ManifestNode.Invalid(path, "the file", $"is larger than {ModelManifest.MaximumBytes} bytes");
            var contents = new byte[file.Length];
            file.ReadExactly(contents);
            return contents;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, exception);
        }
    }

    private static FileStream OpenRead(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);

    private static ModelException Missing(string path, Exception? cause = null) => new(
        ModelError.FileMissing, $"The weight file {path} is missing. Install the model again.", cause);

    private static ModelException Damaged(string path, string what, Exception? cause) => new(
        ModelError.FileInvalid, $"The weight file {path} cannot be used: {what}", cause);

    private static ModelException Unreadable(string path, Exception cause) => new(
        ModelError.Unreadable,
        $"{path} cannot be read: {cause.Message} Check who may read it and whether another program holds it.",
        cause);
}
