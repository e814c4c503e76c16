using PdnColorize.Training.Checkpoints;
using PdnColorize.Training.Configuration;

namespace PdnColorize.Training.Runs;

/// <summary>
/// The folder of a run: <c>config.jsonc</c> with every setting, <c>metrics.csv</c>, <c>report.html</c>, <c>samples</c> with a sheet of each validation, and for each
/// stage a folder with its last checkpoints and its best one.
/// </summary>
public sealed class RunFolder
{
    /// <summary>Settings that shape the network or the order of samples: a run cannot go on with others.</summary>
    private static readonly string[] FixedKeys =
        ["preset", "baseChannels", "propagatedHints", "residual", "stage1Size", "stage2Size", "stage2Crop", "stage1Batch", "stage2Batch", "seed"];

    private RunFolder(string path, TrainConfig config)
    {
        FullPath = path;
        Config = config;
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

    /// <summary>Begins a run, or goes on with one; the settings are written into the folder.</summary>
    /// <param name="path">The folder; made if it is not there.</param>
    /// <param name="config">The settings.</param>
    /// <exception cref="TrainingException">The settings are not valid, differ from the run's in what cannot change, or the folder cannot be written to.</exception>
    public static RunFolder Create(string path, TrainConfig config)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(config);
        config.Validate();
        if (File.Exists(ConfigPath(path)))
        {
            TrainConfig before = Open(path).Config;
            foreach (ConfigKey key in FixedKeys.Select(ConfigKeys.Find))
            {
                if (key.Write(before) != key.Write(config))
                    throw new TrainingException($"The run in '{path}' has {key.Name} = {key.Write(before)}, which cannot become {key.Write(config)}. Begin a new run folder for it.");
            }
        }

        try
        {
            Directory.CreateDirectory(path);
            File.WriteAllText(ConfigPath(path), ConfigFile.Write(config));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TrainingException($"The run folder '{path}' cannot be written to: {e.Message} Choose another.", e);
        }

        return new RunFolder(Path.GetFullPath(path), config);
    }

    /// <summary>Opens the folder of an earlier run.</summary>
    /// <exception cref="TrainingException">It is no run folder.</exception>
    public static RunFolder Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return new RunFolder(Path.GetFullPath(path), ConfigFile.Read(File.ReadAllText(ConfigPath(path)), ConfigPath(path)));
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

    internal CheckpointStore CheckpointsOf(int stage) => new(Path.Combine(FullPath, $"stage{stage}"), Config.KeepCheckpoints);

    private static string ConfigPath(string path) => Path.Combine(path, ConfigFile.FileName);
}
