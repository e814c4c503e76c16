using System.Globalization;
using System.Text.Json;
using PdnColorize.Colorization.Safetensors;

namespace PdnColorize.Training.Checkpoints;

/// <summary>
/// The checkpoints of a stage: the last few and the best. Each is a folder that is there whole or not at all; the one that a new one takes the place of stays
/// until that is in its place, so a kill at any moment leaves one of the two.
/// </summary>
/// <param name="folder">The stage's folder in the run folder; made when needed.</param>
/// <param name="keep">How many of the last are kept.</param>
internal sealed class CheckpointStore(string folder, int keep)
{
    private const string Prefix = "step-";
    private const string BestName = "best";
    private const string TemporarySuffix = ".tmp";
    private const string ReplacedSuffix = ".old";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    /// <summary>The folder of the last checkpoint, or null.</summary>
    public string? Latest => Folders().LastOrDefault();

    /// <summary>The folder of the best checkpoint, or null.</summary>
    public string? Best => Whole(Path.Combine(folder, BestName));

    /// <summary>Writes a checkpoint as the last one and removes those that are too many.</summary>
    /// <returns>Its folder.</returns>
    /// <exception cref="TrainingException">It cannot be written.</exception>
    public string SaveLast(Checkpoint checkpoint)
    {
        string written = Write(checkpoint, Prefix + checkpoint.State.Step.ToString("D8", CultureInfo.InvariantCulture));
        foreach (string old in Folders().SkipLast(keep)) Directory.Delete(old, recursive: true);
        return written;
    }

    /// <summary>Writes a checkpoint as the best one.</summary>
    /// <exception cref="TrainingException">It cannot be written.</exception>
    public void SaveBest(Checkpoint checkpoint) => Write(checkpoint, BestName);

    /// <summary>The numbers of a checkpoint.</summary>
    /// <exception cref="TrainingException">They cannot be read.</exception>
    public static CheckpointState ReadState(string checkpoint)
    {
        string path = Path.Combine(checkpoint, CheckpointFiles.State);
        try
        {
            return JsonSerializer.Deserialize<CheckpointState>(File.ReadAllBytes(path), Json) ?? throw new JsonException("It says null.");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new TrainingException($"The checkpoint '{checkpoint}' cannot be read: {e.Message} Delete the folder to go on from the one before.", e);
        }
    }

    /// <summary>Reads a tensor file of a checkpoint.</summary>
    /// <exception cref="TrainingException">It cannot be read.</exception>
    public static SafetensorsFile ReadTensors(string checkpoint, string file)
    {
        try
        {
            return SafetensorsFile.Read(Path.Combine(checkpoint, file));
        }
        catch (Exception e) when (e is SafetensorsException or IOException or UnauthorizedAccessException)
        {
            throw new TrainingException($"'{file}' of the checkpoint '{checkpoint}' cannot be read: {e.Message} Delete the folder to go on from the one before.", e);
        }
    }

    /// <summary>Whether a checkpoint has a tensor file: a run without a discriminator has none of its files.</summary>
    public static bool Has(string checkpoint, string file) => File.Exists(Path.Combine(checkpoint, file));

    private string Write(Checkpoint checkpoint, string name)
    {
        string final = Path.Combine(folder, name);
        string temporary = final + TemporarySuffix;
        string replaced = final + ReplacedSuffix;
        try
        {
            Delete(temporary);
            Directory.CreateDirectory(temporary);
            foreach ((string file, IReadOnlyList<SafetensorsTensor> tensors) in checkpoint.Files)
                SafetensorsWriter.Write(Path.Combine(temporary, file), tensors);
            File.WriteAllBytes(Path.Combine(temporary, CheckpointFiles.State), [.. JsonSerializer.SerializeToUtf8Bytes(checkpoint.State, Json), (byte)'\n']);

            // No system exchanges two folders in one step. Between the two moves there is only the one that is replaced, which is then the one that is read.
            if (IsComplete(final))
            {
                Delete(replaced);
                Directory.Move(final, replaced);
            }

            Delete(final);
            Directory.Move(temporary, final);
            Delete(replaced);
            return final;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TrainingException($"The checkpoint '{final}' cannot be written: {e.Message} Free some space or choose another run folder, then resume.", e);
        }
    }

    private IEnumerable<string> Folders() => !Directory.Exists(folder) ? [] : Directory.GetDirectories(folder, Prefix + "*")
        .Where(path => !path.EndsWith(TemporarySuffix, StringComparison.Ordinal))
        .Select(path => path.EndsWith(ReplacedSuffix, StringComparison.Ordinal) ? path[..^ReplacedSuffix.Length] : path)
        .Distinct()
        .Order(StringComparer.Ordinal)
        .Select(Whole)
        .OfType<string>();

    /// <summary>A checkpoint, or the one that it was to replace when something ended that halfway; null if there is neither.</summary>
    private static string? Whole(string path) => IsComplete(path) ? path : IsComplete(path + ReplacedSuffix) ? path + ReplacedSuffix : null;

    private static bool IsComplete(string path) => File.Exists(Path.Combine(path, CheckpointFiles.State));

    private static void Delete(string path)
    {
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
    }
}
