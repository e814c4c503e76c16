using System.Diagnostics;
using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Safetensors;
using PdnColorize.Training.Checkpoints;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.Reports;
using PdnColorize.Training.Samples;
using static TorchSharp.torch;

namespace PdnColorize.Training.Runs;

/// <summary>Trains the stages of a run in turn. Started again on the same folder, it goes on where it stopped.</summary>
public sealed class TrainingRun
{
    private readonly RunFolder _folder;
    private readonly IPictureSource _pictures;
    private readonly IPictureSource _validation;
    private readonly Device _device;

    /// <summary>Prepares a run; nothing is trained yet.</summary>
    /// <param name="folder">Where it is kept.</param>
    /// <param name="pictures">What to train on.</param>
    /// <param name="validation">What to validate on; null holds a twentieth of the groups of <paramref name="pictures"/> back.</param>
    /// <param name="device">Where to train.</param>
    /// <exception cref="TrainingException">There are too few pictures.</exception>
    public TrainingRun(RunFolder folder, IPictureSource pictures, IPictureSource? validation, ComputeDevice device)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentNullException.ThrowIfNull(device);
        _folder = folder;
        _device = device.ToTorch();
        // libtorch takes TF32 for convolutions by itself, for matrices only when told to.
        if (device.IsCuda) backends.cuda.matmul.allow_tf32 = true;
        _pictures = pictures;
        _validation = validation ?? pictures;
        if (validation is null) (_pictures, _validation) = SubsetPictures.Split(pictures);
    }

    /// <summary>Prepares a run that fine-tunes a model with a few pictures; nothing is trained yet.</summary>
    /// <param name="folder">Where it is kept; holds the model that it starts from.</param>
    /// <param name="pictures">What to train on.</param>
    /// <param name="baseData">What the model was trained on, or something like it, so that it is not forgotten; null if there is nothing.</param>
    /// <param name="validation">What to validate on; null holds a tenth of <paramref name="pictures"/> back.</param>
    /// <param name="device">Where to train.</param>
    /// <exception cref="TrainingException">There are too few pictures.</exception>
    public static TrainingRun ForFineTuning(RunFolder folder, IPictureSource pictures, IPictureSource? baseData, IPictureSource? validation, ComputeDevice device)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(pictures);
        if (validation is null) (pictures, validation) = SubsetPictures.SplitFew(pictures);
        if (baseData is not null && folder.Config.BaseShare > 0) pictures = new MixedPictures(pictures, baseData, folder.Config.BaseShare);
        return new TrainingRun(folder, pictures, validation, device);
    }

    /// <summary>After each step.</summary>
    public event EventHandler<StepReport>? BatchEnd;

    /// <summary>Before each validation, with the number of steps taken.</summary>
    public event EventHandler<long>? Validating;

    /// <summary>After each validation.</summary>
    public event EventHandler<ValidationReport>? Validated;

    /// <summary>After each checkpoint, with its folder.</summary>
    public event EventHandler<string>? Saved;

    /// <summary>When something went wrong that does not end the training, with what it was.</summary>
    public event EventHandler<string>? Warned;

    /// <summary>The page that shows the run; written while it trains.</summary>
    public string ReportFile => _folder.ReportFile;

    /// <summary>Minutes after which this call saves and ends, 0 for no limit; null goes by the run's settings.</summary>
    public double? MaxMinutes { get; set; }

    /// <summary>Pictures to train on.</summary>
    public int TrainingCount => _pictures.Count;

    /// <summary>Pictures kept for validation.</summary>
    public int ValidationCount => _validation.Count;

    /// <summary>Trains.</summary>
    /// <param name="cancellationToken">Saves and ends.</param>
    /// <exception cref="TrainingException">Training cannot go on, or another process trains in the run folder.</exception>
    /// <exception cref="Datasets.DatasetException">A picture could not be read.</exception>
    public TrainingOutcome Run(CancellationToken cancellationToken = default)
    {
        TrainConfig config = _folder.Config;
        long started = Stopwatch.GetTimestamp();
        double minutes = MaxMinutes ?? config.MaxMinutes;
        bool IsOver() => minutes > 0 && Stopwatch.GetElapsedTime(started).TotalMinutes >= minutes;
        using IDisposable inUse = _folder.Lock();
        MetricsFile metrics = new(_folder.MetricsFile);
        metrics.Failed += (_, message) => Warned?.Invoke(this, message);
        RunReport page = new(_folder);
        page.Failed += (_, message) => Warned?.Invoke(this, message);

        // What an error ends can go on like what the user ends.
        TrainingOutcome outcome = TrainingOutcome.Cancelled;
        try
        {
            outcome = config.Stages == StageSelection.Second ? TrainingOutcome.Finished : Train(1, drafts: null, metrics, page, IsOver, cancellationToken);
            if (config.Stages == StageSelection.First || outcome != TrainingOutcome.Finished) return outcome;
            outcome = TrainingOutcome.Cancelled;
            using Drafts drafts = OpenDrafts();
            return outcome = Train(2, drafts, metrics, page, IsOver, cancellationToken);
        }
        finally
        {
            page.End(outcome);
        }
    }

    private TrainingOutcome Train(int stage, Drafts? drafts, MetricsFile metrics, RunReport page, Func<bool> isOver, CancellationToken cancellationToken)
    {
        TrainConfig config = _folder.Config;
        using Trainer trainer = new(config, stage, _pictures, _validation, _folder.CheckpointsOf(stage), _device, drafts, _folder.Start?.WeightsOf(stage));
        // A run that has no checkpoint yet begins anew.
        long kept = trainer.IsResumed ? trainer.Step : -1;
        metrics.Forget(stage, kept);
        page.Forget(stage, kept);
        trainer.BatchEnd += (_, report) =>
        {
            metrics.Add(report, config.LogEvery);
            page.Add(report);
            BatchEnd?.Invoke(this, report);
        };
        trainer.Validated += (_, report) =>
        {
            metrics.Add(report);
            page.Add(report);
            Validated?.Invoke(this, report);
        };
        trainer.Validating += (_, step) => Validating?.Invoke(this, step);
        trainer.Saved += (_, path) => Saved?.Invoke(this, path);
        return trainer.Run(isOver, cancellationToken);
    }

    private Drafts OpenDrafts()
    {
        if (_folder.CheckpointsOf(1).Best is { } checkpoint) return new Drafts(_folder.Config, CheckpointStore.ReadTensors(checkpoint, CheckpointFiles.Average).Tensors, _device);
        IReadOnlyList<SafetensorsTensor> weights = _folder.Start?.WeightsOf(1)
            ?? throw new TrainingException("Stage 2 needs a stage 1, and the run folder holds none. Train with stages=both, or stage 1 first.");
        return new Drafts(_folder.Config, weights, _device);
    }
}
