using System.Globalization;
using System.Text.Json;
using PdnColorize.Colorization.Safetensors;

namespace PdnColorize.Training.Checkpoints;

/// <summary>The checkpoints of a stage: the last few and the best. Each is a folder that is there whole or not at all.</summary>
/// <param name="folder">The stage's folder in the run folder; made when needed.</param>
/// <param name="keep">How many of the last are kept.</param>
internal sealed class CheckpointStore(string folder, int keep)
{
    private const string Prefix = "step-";
    private const string BestName = "best";
    private const string TemporarySuffix = ".tmp";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    /// <summary>The folder of the last checkpoint, or null.</summary>
    public string? Latest => Folders().LastOrDefault();

    /// <summary>The folder of the best checkpoint, or null.</summary>
    public string? Best => IsComplete(Path.Combine(folder, BestName)) ? Path.Combine(folder, BestName) : null;

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

    private string Write(Checkpoint checkpoint, string name)
    {
        string final = Path.Combine(folder, name);
        string temporary = final + TemporarySuffix;
        try
        {
            Delete(temporary);
            Directory.CreateDirectory(temporary);
            foreach ((string file, IReadOnlyList<SafetensorsTensor> tensors) in checkpoint.Files)
                SafetensorsWriter.Write(Path.Combine(temporary, file), tensors);
            File.WriteAllBytes(Path.Combine(temporary, CheckpointFiles.State), [.. JsonSerializer.SerializeToUtf8Bytes(checkpoint.State, Json), (byte)'\n']);

            // No system exchanges two folders in one step. A kill between the two loses the best one at worst, never the last: its name is new.
            Delete(final);
            Directory.Move(temporary, final);
            return final;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TrainingException($"The checkpoint '{final}' cannot be written: {e.Message} Free some space or choose another run folder, then resume.", e);
        }
    }

    private IEnumerable<string> Folders() => !Directory.Exists(folder) ? [] : Directory.GetDirectories(folder, Prefix + "*")
        .Where(path => !path.EndsWith(TemporarySuffix, StringComparison.Ordinal) && IsComplete(path))
        .Order(StringComparer.Ordinal);

    private static bool IsComplete(string path) => File.Exists(Path.Combine(path, CheckpointFiles.State));

    private static void Delete(string path)
    {
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
    }
}
