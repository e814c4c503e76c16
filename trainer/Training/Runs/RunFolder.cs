using PdnColorize.Colorization.Models;
using PdnColorize.Training.Checkpoints;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.FineTuning;

namespace PdnColorize.Training.Runs;

/// <summary>
/// The folder of a run: <c>config.jsonc</c> with every setting, <c>metrics.csv</c>, <c>report.html</c>, <c>samples</c> with a sheet of each validation, for each
/// stage a folder with its last checkpoints and its best one, and in fine-tuning a copy of the model that it started from.
/// </summary>
public sealed class RunFolder
{
    /// <summary>Settings that shape the network or the order of samples: a run cannot go on with others.</summary>
    private static readonly string[] FixedKeys =
        ["preset", "baseChannels", "propagatedHints", "residual", "colorSpace", "thinnestLine", "thickestLine", "stage1Size", "stage2Size", "stage2Crop", "stage1Batch", "stage2Batch", "baseShare", "seed"];

    private RunFolder(string path, TrainConfig config, StartModel? start)
    {
        FullPath = path;
        Config = config;
        Start = start;
    }

    /// <summary>The folder.</summary>
    public string FullPath { get; }

    /// <summary>The run's settings.</summary>
    public TrainConfig Config { get; }

    /// <summary>The file with the curves.</summary>
    public string MetricsFile => Path.Combine(FullPath, "metrics.csv");

    /// <summary>The page that shows the run.</summary>
    public string ReportFile => Path.Combine(FullPath, "report.html");

    /// <summary>The folder of the sample sheets: <c>stage1/step-000500.png</c> and so on.</summary>
    public string SamplesFolder => Path.Combine(FullPath, "samples");

    /// <summary>The model that the run fine-tunes; null if it began with random weights.</summary>
    internal StartModel? Start { get; }

    /// <summary>Begins a run, or goes on with one; the settings are written into the folder.</summary>
    /// <param name="path">The folder; made if it is not there.</param>
    /// <param name="config">The settings.</param>
    /// <exception cref="TrainingException">The settings are not valid, differ from the run's in what cannot change, or the folder cannot be written to.</exception>
    public static RunFolder Create(string path, TrainConfig config)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(config);
        return Prepare(path, config, newStart: null);
    }

    /// <summary>Begins a run that fine-tunes a model, or goes on with one; settings and model are written into the folder.</summary>
    /// <param name="path">The folder; made if it is not there.</param>
    /// <param name="config">The settings; begin with those of <see cref="FineTuneDefaults.For"/>.</param>
    /// <param name="model">The model.</param>
    /// <exception cref="TrainingException">As in the other overload, or the run began with something else than <paramref name="model"/>.</exception>
    /// <exception cref="ModelException">The model cannot be used.</exception>
    public static RunFolder Create(string path, TrainConfig config, ModelFolder model)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(model);
        if (HasBegun(path) && StartModel.Open(path)?.IsCopyOf(model.Manifest) != true)
            throw new TrainingException($"The run in '{path}' did not begin with the model {model.Manifest.Name}. Go on with the model that it began with, or begin a new run folder.");
        return Prepare(path, config with { Start = StartModel.ToTrain(model.Manifest) }, model);
    }

    /// <summary>Whether a folder holds a run.</summary>
    public static bool Exists(string path) => File.Exists(ConfigPath(path));

    /// <summary>Whether a folder holds a run with something to go on from. One that ended before its first checkpoint binds nobody to its settings.</summary>
    private static bool HasBegun(string path) => Exists(path) && ((int[])[1, 2]).Any(stage => StageOf(path, stage, keep: 1) is { Latest: not null } or { Best: not null });

    private static RunFolder Prepare(string path, TrainConfig config, ModelFolder? newStart)
    {
        RunFolder? before = HasBegun(path) ? Open(path) : null;
        config = config with { Start = before is not null ? before.Config.Start : newStart is null ? null : config.Start };
        config.Validate();
        if (before is not null)
        {
            foreach (ConfigKey key in FixedKeys.Select(ConfigKeys.Find))
            {
                if (key.Write(before.Config) != key.Write(config))
                    throw new TrainingException($"The run in '{path}' has {key.Name} = {key.Write(before.Config)}, which cannot become {key.Write(config)}. Begin a new run folder for it.");
            }
        }

        try
        {
            Directory.CreateDirectory(path);
            StartModel? start = before is not null ? before.Start : StartModel.Replace(path, newStart);
            // The settings come last: a folder without them holds no run.
            string temporary = ConfigPath(path) + ".tmp";
            File.WriteAllText(temporary, ConfigFile.Write(config));
            File.Move(temporary, ConfigPath(path), overwrite: true);
            return new RunFolder(Path.GetFullPath(path), config with { Start = start?.Manifest }, start);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TrainingException($"The run folder '{path}' cannot be written to: {e.Message} Choose another.", e);
        }
    }

    /// <summary>Opens the folder of an earlier run.</summary>
    /// <exception cref="TrainingException">It is no run folder.</exception>
    public static RunFolder Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            TrainConfig config = ConfigFile.Read(File.ReadAllText(ConfigPath(path)), ConfigPath(path));
            StartModel? start = StartModel.Open(path);
            return new RunFolder(Path.GetFullPath(path), config with { Start = start?.Manifest }, start);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TrainingException($"'{path}' is no run folder: {e.Message} Give the folder that train wrote.", e);
        }
    }

    /// <summary>Keeps other processes from training in the folder until it is disposed.</summary>
    /// <exception cref="TrainingException">One already does.</exception>
    internal IDisposable Lock()
    {
        string path = Path.Combine(FullPath, "training.lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TrainingException($"'{FullPath}' is in use: {e.Message} Wait for the other training to end, or choose another run folder.", e);
        }
    }

    /// <summary>The licence of the model that the run fine-tunes; null if it began with random weights.</summary>
    public string? BaseLicence => Start?.Manifest.Licence;

    internal CheckpointStore CheckpointsOf(int stage) => StageOf(FullPath, stage, Config.KeepCheckpoints);

    /// <summary>The checkpoints of the network that reads drawings.</summary>
    internal CheckpointStore ReadingCheckpoints => new(Path.Combine(FullPath, "reading"), Config.KeepCheckpoints);

    /// <summary>The curves of the network that reads drawings.</summary>
    public string ReadingMetricsFile => Path.Combine(FullPath, "reading.csv");

    private static CheckpointStore StageOf(string path, int stage, int keep) => new(Path.Combine(path, $"stage{stage}"), keep);

    private static string ConfigPath(string path) => Path.Combine(path, ConfigFile.FileName);
}
