using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Networks;
using PdnColorize.Colorization.Safetensors;
using PdnColorize.Training.Checkpoints;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.FineTuning;
using PdnColorize.Training.Losses;
using PdnColorize.Training.Optimization;
using PdnColorize.Training.Samples;
using PdnColorize.Training.Validation;
using TorchSharp;
using static TorchSharp.torch;

namespace PdnColorize.Training;

/// <summary>Trains one stage.</summary>
internal sealed class Trainer : IDisposable
{
    private readonly TrainConfig _config;
    private readonly int _stage;
    private readonly IPictureSource _pictures;
    private readonly CheckpointStore _store;
    private readonly Device _device;
    private readonly Drafts? _drafts;
    private readonly StageManifest _manifest;
    private readonly SampleBuilder _samples;
    private readonly SampleOrder _order;
    private readonly Validator _validator;
    private readonly PictureLoss _pictureLoss;
    private readonly LearningNetwork _network;
    private readonly AveragedNetwork _average;
    private readonly AdversarialLoss? _adversary;
    private long _step;
    private double? _bestScore;
    private long _bestStep;
    private double _earlierSeconds;

    /// <param name="config">The run's settings, valid.</param>
    /// <param name="stage">1 or 2.</param>
    /// <param name="pictures">What to train on.</param>
    /// <param name="validation">What to validate on.</param>
    /// <param name="store">Where checkpoints go; training goes on from its last one.</param>
    /// <param name="device">Where to train.</param>
    /// <param name="drafts">The finished stage 1; null for stage 1.</param>
    /// <param name="start">The weights to start from; null for random ones.</param>
    public Trainer(TrainConfig config, int stage, IPictureSource pictures, IPictureSource validation, CheckpointStore store, Device device, Drafts? drafts, IReadOnlyList<SafetensorsTensor>? start = null)
    {
        (_config, _stage, _pictures, _store, _device, _drafts) = (config, stage, pictures, store, device, drafts);
        _samples = new SampleBuilder(config, stage);
        // Enlarged pictures are blurred ones, and stage 2 shall learn to be sharp.
        _order = new SampleOrder(pictures, config.Seed + stage, config.BatchOf(stage), leastShortSide: stage == 1 ? 0 : config.Stage2Size / 2);
        _validator = new Validator(config, stage, validation, _samples);
        _pictureLoss = new PictureLoss(config, _samples);

        manual_seed(config.Seed);
        ModelManifest model = TrainedModel.Of(config);
        _manifest = model.Stages[stage - 1];
        int channels = _manifest.InputChannels;
        // libtorch would compute, slowly, and gradients that lead elsewhere: a cosine of 0.7 between them and float32's was measured.
        if (config.Precision == TrainingPrecision.BFloat16 && device.type == DeviceType.CPU && !ComputeDevice.CpuHasBFloat16)
            throw new TrainingException("precision is bFloat16, which this processor cannot multiply. Use precision=automatic, or full.");
        UNet network = new(channels, _manifest.BaseChannels) { TrainsInBFloat16 = IsBFloat16(config, device) };
        // From 0 the classic range of 0 to 255 takes thousands of steps: the green pictures of small data sets (pfnet/PaintsChainer#84, #143).
        if (config.Residual) network.ClearLastLayer();
        else network.RaiseOutput((model.ValueRange.Minimum + model.ValueRange.Maximum) / 2.0);
        _network = new LearningNetwork(network, device, config.WeightDecay, LearningParts.Of(config));
        if (start is not null) _network.StartFrom(start, config.PullToStart);
        _average = new AveragedNetwork(new UNet(channels, _manifest.BaseChannels), device, config.AverageDecay);
        _adversary = config.IsAdversarial(stage) ? new AdversarialLoss(config, _samples, stage, device) : null;
        _average.Copy(_network.Tensors);
        if (store.Latest is { } checkpoint) Resume(checkpoint);
    }

    /// <summary>After each step.</summary>
    public event EventHandler<StepReport>? BatchEnd;

    /// <summary>Before each validation, with the number of steps taken.</summary>
    public event EventHandler<long>? Validating;

    /// <summary>After each validation.</summary>
    public event EventHandler<ValidationReport>? Validated;

    /// <summary>After each checkpoint, with its folder.</summary>
    public event EventHandler<string>? Saved;

    /// <summary>Steps taken, those before a resumption included.</summary>
    public long Step => _step;

    /// <summary>Whether a checkpoint was there to go on from.</summary>
    public bool IsResumed { get; private set; }

    /// <summary>Trains until the last step, or until something ends it.</summary>
    /// <param name="deadline">Whether the time granted is over.</param>
    /// <param name="cancellationToken">Ends training after the current step; everything is saved.</param>
    public TrainingOutcome Run(Func<bool> deadline, CancellationToken cancellationToken)
    {
        long steps = _config.StepsOf(_stage);
        if (_step >= steps) return TrainingOutcome.Finished;
        StageClock clock = new(_earlierSeconds);
        // What fine-tuning starts from is the one to beat: if it never is, it stays the best.
        if (_config.Start is not null && _bestScore is null) clock.Pause(() => Validate(clock));
        using BatchLoader<Batch> loader = new(BuildBatch, _step, steps, LoaderThreads());
        while (_step < steps)
        {
            if (cancellationToken.IsCancellationRequested || deadline())
            {
                Save(clock);
                return cancellationToken.IsCancellationRequested ? TrainingOutcome.Cancelled : TrainingOutcome.OutOfTime;
            }

            Batch batch = Take(loader, clock);
            double learningRate = LearningRateSchedule.At(_config, _step, steps);
            (LossParts losses, double norm) = Learn(batch, learningRate);
            if (!losses.IsFinite || !double.IsFinite(norm)) return TrainingOutcome.Diverged;

            _average.Follow(_network.Tensors, _step);
            _step++;
            clock.Count(batch.Count);
            BatchEnd?.Invoke(this, new StepReport(
                _stage, _step, steps, learningRate, losses, norm, clock.PicturesPerSecond, clock.ShareOf(loader.Waited), clock.TimeFor(steps - _step), clock.Seconds));

            bool last = _step == steps;
            if (_step % _config.ValidateEvery == 0 || last) clock.Pause(() => Validate(clock));
            if (_step % _config.CheckpointEvery == 0 || last) clock.Pause(() => Save(clock));
        }

        return TrainingOutcome.Finished;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _network.Dispose();
        _average.Dispose();
        _adversary?.Dispose();
    }

    /// <summary>The next batch. A picture that cannot be read ends the training, but not what was learned before it.</summary>
    private Batch Take(BatchLoader<Batch> loader, StageClock clock)
    {
        try
        {
            return loader.Take();
        }
        catch
        {
            Save(clock);
            throw;
        }
    }

    internal Batch BuildBatch(long step)
    {
        int count = _config.BatchOf(_stage);
        List<TrainingSample> samples = [];
        while (samples.Count < count)
        {
            int place = samples.Count;
            samples.AddRange(_samples.Draw(
                _pictures.Read(_order.PictureAt(step, place)), SampleRandom.For(_config.Seed, _stage, (step * count) + place), mayHaveTwin: place + 1 < count));
        }

        return Batch.Of(samples);
    }

    /// <summary>One step: the network learns, then the discriminator.</summary>
    internal (LossParts Losses, double GradientNorm) Learn(Batch batch, double learningRate)
    {
        using DisposeScope scope = NewDisposeScope();
        (Tensor inputs, Tensor target) = ToTensors(batch);
        bool adversarial = _adversary is not null && _step >= _config.AdversarialStart;

        _network.ClearGradients();
        Tensor result = StageOutput.Complete(_network.Run(inputs), inputs, _manifest);
        Tensor reconstruction = _pictureLoss.Reconstruction(result, target);
        Tensor? hint = _pictureLoss.AtHints(result, inputs);
        Tensor? locality = _pictureLoss.BetweenTwins(result, target, batch.Twins);
        Tensor? recognised = adversarial ? _adversary!.OfResult(result, inputs) : null;
        Tensor total = reconstruction;
        if (hint is not null) total = total.Plus(hint.Times(_config.HintLossWeight));
        if (locality is not null) total = total.Plus(locality.Times(_config.LocalityLossWeight));
        if (recognised is not null) total = total.Plus(recognised.Times(_config.AdversarialWeight));
        total.backward();
        double norm = _network.Optimizer.Clip(_config.GradientClip);
        LossParts losses = new(Number(total), Number(reconstruction), Number(hint), Number(locality), Number(recognised), Discriminator: 0);

        // Weights that are no numbers would spoil the average too: nothing is touched by a step that failed.
        if (!losses.IsFinite || !double.IsFinite(norm)) return (losses, norm);
        _network.Optimizer.Step(learningRate);
        if (adversarial) losses = losses with { Discriminator = _adversary!.Learn(result, target, inputs, learningRate) };
        return (losses, norm);
    }

    private void Validate(StageClock clock)
    {
        Validating?.Invoke(this, _step);
        (ValidationResult result, IReadOnlyList<ColoredSample> samples) = _validator.Run(Colorize, CancellationToken.None);
        bool best = _bestScore is null || result.Score > _bestScore;
        if (best)
        {
            (_bestScore, _bestStep) = (result.Score, _step);
            _store.SaveBest(ToCheckpoint(clock));
        }

        Validated?.Invoke(this, new ValidationReport(_stage, _step, result, best) { Samples = samples });
    }

    private Tensor Colorize(Batch batch)
    {
        Tensor inputs = ToTensors(batch).Inputs;
        return StageOutput.Complete(_average.Run(inputs), inputs, _manifest);
    }

    private void Save(StageClock clock) => Saved?.Invoke(this, _store.SaveLast(ToCheckpoint(clock)));

    private Checkpoint ToCheckpoint(StageClock clock)
    {
        Dictionary<string, IReadOnlyList<SafetensorsTensor>> files = new()
        {
            [CheckpointFiles.Network] = _network.Tensors.Save(),
            [CheckpointFiles.NetworkMoments] = _network.Optimizer.Save(),
            [CheckpointFiles.Average] = _average.Tensors.Save(),
        };
        if (_adversary is not null) (files[CheckpointFiles.Discriminator], files[CheckpointFiles.DiscriminatorMoments]) = _adversary.Save();
        return new Checkpoint(
            new CheckpointState
            {
                Stage = _stage,
                Step = _step,
                DiscriminatorSteps = _adversary?.Steps ?? 0,
                BestScore = _bestScore,
                BestScoreOf = _validator.ScoreName,
                BestStep = _bestStep,
                Seconds = clock.Seconds,
                Data = _pictures.Fingerprint,
            },
            files);
    }

    private void Resume(string checkpoint)
    {
        CheckpointState state = CheckpointStore.ReadState(checkpoint);
        if (state.Data != _pictures.Fingerprint)
            throw new TrainingException("The run was begun with other pictures. Go on with the same data set, or begin a new run folder.");
        _network.Tensors.Load(CheckpointStore.ReadTensors(checkpoint, CheckpointFiles.Network));
        _network.Optimizer.Load(CheckpointStore.ReadTensors(checkpoint, CheckpointFiles.NetworkMoments));
        _network.Optimizer.Steps = state.Step;
        _average.Tensors.Load(CheckpointStore.ReadTensors(checkpoint, CheckpointFiles.Average));
        // A run whose adversary was switched on since has a discriminator that has not learned anything yet.
        if (_adversary is not null && CheckpointStore.Has(checkpoint, CheckpointFiles.Discriminator))
        {
            _adversary.Load(
                CheckpointStore.ReadTensors(checkpoint, CheckpointFiles.Discriminator),
                CheckpointStore.ReadTensors(checkpoint, CheckpointFiles.DiscriminatorMoments));
            _adversary.Steps = state.DiscriminatorSteps;
        }

        IsResumed = true;
        (_step, _bestStep, _earlierSeconds) = (state.Step, state.BestStep, state.Seconds);
        // Scores of different kinds, or on other drawings, cannot be compared: the next validation is the best of its kind.
        if (state.BestScoreOf == _validator.ScoreName) _bestScore = state.BestScore;
    }

    private (Tensor Inputs, Tensor Target) ToTensors(Batch batch)
    {
        int side = _config.CropOf(_stage);
        Tensor inputs = tensor(batch.Inputs, [batch.Count, _samples.Channels, side, side], device: _device);
        Tensor target = tensor(batch.Target, [batch.Count, 3, side, side], device: _device);
        // The draft is the last plane of every stage 2.
        return (_drafts is null ? inputs : cat([inputs, DraftOf(batch, _drafts)], 1), target);
    }

    private Tensor DraftOf(Batch batch, Drafts drafts)
    {
        Tensor draft = drafts.Of(batch);
        if (batch.CleanDraft.Length == 0) return draft;
        Tensor share = tensor(batch.CleanChannels, [batch.Count, 3, 1, 1], device: _device);
        return draft.lerp(tensor(batch.CleanDraft, draft.shape, device: _device), share);
    }

    /// <summary>One thread keeps up with a processor that trains. A GPU is expected to need more; how many has not been measured.</summary>
    private int LoaderThreads() => (_config.LoaderThreads, _device.type) switch
    {
        (0, DeviceType.CUDA) => Math.Max(1, Environment.ProcessorCount - 1),
        (0, _) => 1,
        (int threads, _) => threads,
    };

    private static bool IsBFloat16(TrainConfig config, Device device) => config.Precision == TrainingPrecision.BFloat16
        || (config.Precision == TrainingPrecision.Automatic && (device.type == DeviceType.CUDA || ComputeDevice.CpuHasBFloat16));

    private static double Number(Tensor? loss) => loss is null ? 0 : loss.item<float>();
}
