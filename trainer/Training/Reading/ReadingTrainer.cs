using System.Globalization;
using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Networks;
using PdnColorize.Colorization.Safetensors;
using PdnColorize.Training.Checkpoints;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.Optimization;
using PdnColorize.Training.Runs;
using PdnColorize.Training.Samples;
using TorchSharp;
using static TorchSharp.torch;

namespace PdnColorize.Training.Reading;

/// <summary>Trains the network that reads drawings: where colors end, which parts share one, and which one that is likely to be. Begun again on the same run folder, it goes on where it stopped.</summary>
public sealed class ReadingTrainer : IDisposable
{
    private const long SamplePurpose = 0x72656164;
    private const long ValidationPurpose = 0x72656176;

    private static readonly Scalar PairShare = 0.5f.ToScalar();
    private static readonly Scalar ColorShare = 0.3f.ToScalar();

    private readonly TrainConfig _config;
    private readonly IPictureSource _pictures;
    private readonly IPictureSource _validation;
    private readonly int[] _validated;
    private readonly SampleOrder _order;
    private readonly RunFolder _folder;
    private readonly Device _device;
    private readonly LearningNetwork _network;
    private readonly AveragedNetwork _average;
    private long _step;
    private double? _bestScore;
    private long _bestStep;
    private double _earlierSeconds;

    /// <summary>Prepares training; nothing is learned yet.</summary>
    /// <param name="folder">The run folder; its settings beginning with "reading" shape the network and its training.</param>
    /// <param name="pictures">What to train on.</param>
    /// <param name="validation">What to validate on; null holds a twentieth of the groups of <paramref name="pictures"/> back.</param>
    /// <param name="device">Where to train.</param>
    /// <exception cref="TrainingException">There are too few pictures, or the run was begun with others.</exception>
    public ReadingTrainer(RunFolder folder, IPictureSource pictures, IPictureSource? validation, ComputeDevice device)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentNullException.ThrowIfNull(device);
        (_folder, _config, _device) = (folder, folder.Config, device.ToTorch());
        _pictures = pictures;
        _validation = validation ?? pictures;
        if (validation is null) (_pictures, _validation) = SubsetPictures.Split(pictures);
        _validated = PictureChoice.FromAllSources(_validation, _config.ValidationPictures, ValidationPurpose);
        _order = new SampleOrder(_pictures, _config.Seed, _config.ReadingBatch);
        manual_seed(_config.Seed);
        _network = new LearningNetwork(NewNetwork(), _device, _config.WeightDecay);
        _average = new AveragedNetwork(NewNetwork(), _device, _config.AverageDecay);
        _average.Copy(_network.Tensors);
        if (folder.ReadingCheckpoints.Latest is { } checkpoint) Resume(checkpoint);
    }

    /// <summary>Begins with the weights of another reading network instead of random ones; what has another shape, such as other numbers of an embedding, begins with the part that fits.</summary>
    /// <param name="weights">The other network's weights.</param>
    /// <exception cref="TrainingException">The run has begun already, or nothing fits.</exception>
    public void StartFrom(SafetensorsFile weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (_step > 0) throw new TrainingException("The run has begun already, and cannot begin with other weights. Begin a new run folder.");
        IReadOnlyList<SafetensorsTensor> mine = _network.Tensors.Save();
        if (!mine.Any(tensor => weights.Find(tensor.Name) is { } other && other.Shape.SequenceEqual(tensor.Shape)))
            throw new TrainingException("The weights to start from are of another network: none of their tensors fits. Set readingChannels to theirs.");
        _network.Tensors.Load(name => StartOf(mine.First(tensor => tensor.Name == name), weights.Find(name)));
        _average.Copy(_network.Tensors);
    }

    /// <summary>A tensor whose first values are another's, as far as they are laid out alike: all but the number of output channels must agree.</summary>
    private static SafetensorsTensor StartOf(SafetensorsTensor mine, SafetensorsTensor? other)
    {
        if (other is null || !other.Shape.Skip(1).SequenceEqual(mine.Shape.Skip(1))) return mine;
        float[] values = mine.ToSingles();
        float[] start = other.ToSingles();
        start.AsSpan(0, Math.Min(start.Length, values.Length)).CopyTo(values);
        return SafetensorsTensor.FromSingles(mine.Name, [.. mine.Shape], values);
    }

    /// <summary>Every few steps, with a line about how it goes, and after each validation.</summary>
    public event EventHandler<string>? Progressed;

    /// <summary>Trains until the last step, or until something ends it.</summary>
    /// <param name="maxMinutes">Saves and ends after so many minutes; 0 is no limit.</param>
    /// <param name="cancellationToken">Ends training after the current step; everything is saved.</param>
    public TrainingOutcome Run(double maxMinutes, CancellationToken cancellationToken)
    {
        long steps = _config.ReadingSteps;
        using IDisposable inUse = _folder.Lock();
        using ReadingMetrics metrics = new(_folder.ReadingMetricsFile, _step);
        StageClock clock = new(_earlierSeconds);
        double start = clock.Seconds;
        using BatchLoader<ReadingBatch> loader = new(BuildBatch, _step, steps, Math.Max(1, _config.LoaderThreads));
        while (_step < steps)
        {
            bool isOver = maxMinutes > 0 && clock.Seconds - start >= maxMinutes * 60;
            if (cancellationToken.IsCancellationRequested || isOver)
            {
                Save(clock);
                return isOver ? TrainingOutcome.OutOfTime : TrainingOutcome.Cancelled;
            }

            double rate = LearningRateSchedule.At(_config with { LearningRate = _config.ReadingRate }, _step, steps);
            ReadingLosses losses = Learn(loader.Take(), rate);
            if (!losses.AreFinite) return TrainingOutcome.Diverged;
            _average.Follow(_network.Tensors, _step);
            _step++;
            clock.Count(_config.ReadingBatch);
            metrics.Add(losses);
            if (_step % _config.LogEvery == 0)
            {
                Progressed?.Invoke(this, string.Create(CultureInfo.InvariantCulture, $"reading  step {_step}/{steps}  border {metrics.Border:F4}  pairs {metrics.Pairs:F4}  colors {metrics.Colors:F4}  {clock.PicturesPerSecond:F1} drawings/s  waited {clock.ShareOf(loader.Waited):P0}  left {clock.TimeFor(steps - _step):d\\.hh\\:mm}"));
                metrics.Write(_step, rate, clock.Seconds);
            }

            if (_step % _config.ValidateEvery == 0 || _step == steps) clock.Pause(() => Validate(clock, metrics));
            if (_step % _config.CheckpointEvery == 0 || _step == steps) clock.Pause(() => Save(clock));
        }

        return TrainingOutcome.Finished;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _network.Dispose();
        _average.Dispose();
    }

    private UNet NewNetwork() => new(1, _config.ReadingChannels, 1 + ReadingLoss.EmbeddingSize + ColorClasses.Colors.Count)
    {
        TrainsInBFloat16 = _config.Precision == TrainingPrecision.BFloat16
            || (_config.Precision == TrainingPrecision.Automatic && (_device.type == DeviceType.CUDA || ComputeDevice.CpuHasBFloat16)),
    };

    private ReadingBatch BuildBatch(long step)
    {
        int count = _config.ReadingBatch;
        return ReadingBatch.Of([.. Enumerable.Range(0, count).Select(place =>
            ReadingSample.Draw(_pictures.Read(_order.PictureAt(step, place)), _config.ReadingCrop, SampleRandom.For(_config.Seed, SamplePurpose, (step * count) + place)))]);
    }

    private ReadingLosses Learn(ReadingBatch batch, double rate)
    {
        using DisposeScope scope = NewDisposeScope();
        _network.ClearGradients();
        Tensor output = _network.Run(batch.InkTensor(_device));
        Tensor border = ReadingLoss.OfBorders(output, batch.BorderTensor(_device));
        Tensor points = batch.PointTensor(_device);
        Tensor pairs = ReadingLoss.OfPairs(ReadingLoss.Likeness(output, points), batch.EqualTensor(_device), batch.WeightTensor(_device));
        Tensor colors = ReadingLoss.OfColors(output, points, batch.ColorTensor(_device));
        border.add(pairs, PairShare).add(colors, ColorShare).backward();
        double norm = _network.Optimizer.Clip(_config.GradientClip);
        ReadingLosses losses = new(border.item<float>(), pairs.item<float>(), colors.item<float>());
        // Weights that are no numbers would spoil the average too: nothing is touched by a step that failed.
        if (!losses.AreFinite || !double.IsFinite(norm)) return losses with { Border = double.NaN };
        _network.Optimizer.Step(rate);
        return losses;
    }

    private void Validate(StageClock clock, ReadingMetrics metrics)
    {
        ReadingScore clean = Score(degraded: false);
        ReadingScore worse = Score(degraded: true);
        double score = (clean.F1 + worse.F1 + clean.PairAccuracy + worse.PairAccuracy) / 4;
        bool best = _bestScore is null || score > _bestScore;
        if (best)
        {
            (_bestScore, _bestStep) = (score, _step);
            _folder.ReadingCheckpoints.SaveBest(ToCheckpoint(clock));
        }

        metrics.Write(_step, clean, worse);
        Progressed?.Invoke(this, string.Create(
            CultureInfo.InvariantCulture,
            $"reading  step {_step}  as drawn: precision {clean.Precision:F3} recall {clean.Recall:F3} pairs {clean.PairAccuracy:F3}  degraded: precision {worse.Precision:F3} recall {worse.Recall:F3} pairs {worse.PairAccuracy:F3}{(best ? "  best" : "")}"));
    }

    private ReadingScore Score(bool degraded)
    {
        List<ReadingScore> scores = [];
        foreach (int index in _validated)
        {
            ReadingSample sample = ReadingSample.Whole(_validation.Read(index), degraded, SampleRandom.For(ValidationPurpose, degraded ? 1 : 0, index));
            ReadingBatch batch = ReadingBatch.Of([sample]);
            using DisposeScope scope = NewDisposeScope();
            using var untracked = no_grad();
            Tensor output = _average.Run(batch.InkTensor(_device));
            Tensor likeness = ReadingLoss.Likeness(output, batch.PointTensor(_device));
            float[] logits = output.narrow(1, 0, 1).cpu().contiguous().data<float>().ToArray();
            scores.Add(ReadingScore.Of(logits, batch.Border, batch.Side, likeness.cpu().contiguous().data<float>().ToArray(), batch.Equal, batch.Weight));
        }

        return new ReadingScore(scores.Average(s => s.Precision), scores.Average(s => s.Recall), scores.Average(s => s.PairAccuracy));
    }

    private void Save(StageClock clock) => _folder.ReadingCheckpoints.SaveLast(ToCheckpoint(clock));

    private Checkpoint ToCheckpoint(StageClock clock) => new(
        new CheckpointState
        {
            Stage = 0,
            Step = _step,
            BestScore = _bestScore,
            BestScoreOf = ScoreName,
            BestStep = _bestStep,
            Seconds = clock.Seconds,
            Data = _pictures.Fingerprint,
        },
        new Dictionary<string, IReadOnlyList<SafetensorsTensor>>
        {
            [CheckpointFiles.Network] = _network.Tensors.Save(),
            [CheckpointFiles.NetworkMoments] = _network.Optimizer.Save(),
            [CheckpointFiles.Average] = _average.Tensors.Save(),
        });

    private string ScoreName => string.Create(CultureInfo.InvariantCulture, $"borders and pairs, {_validated.Length} pictures of {_validation.Fingerprint}");

    private void Resume(string checkpoint)
    {
        CheckpointState state = CheckpointStore.ReadState(checkpoint);
        if (state.Data != _pictures.Fingerprint)
            throw new TrainingException("The run was begun with other pictures. Go on with the same data set, or begin a new run folder.");
        _network.Tensors.Load(CheckpointStore.ReadTensors(checkpoint, CheckpointFiles.Network));
        _network.Optimizer.Load(CheckpointStore.ReadTensors(checkpoint, CheckpointFiles.NetworkMoments));
        _network.Optimizer.Steps = state.Step;
        _average.Tensors.Load(CheckpointStore.ReadTensors(checkpoint, CheckpointFiles.Average));
        (_step, _bestStep, _earlierSeconds) = (state.Step, state.BestStep, state.Seconds);
        if (state.BestScoreOf == ScoreName) _bestScore = state.BestScore;
    }
}
