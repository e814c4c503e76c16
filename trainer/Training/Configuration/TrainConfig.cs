using PdnColorize.Colorization.Models;
using PdnColorize.Training.FineTuning;

namespace PdnColorize.Training.Configuration;

/// <summary>All settings of a training run. <see cref="ConfigKeys"/> describes each and says which values are allowed.</summary>
public sealed record TrainConfig
{
#pragma warning disable CS1591 // ConfigKeys says what each means, once and for the user as well.
    public ModelPreset Preset { get; init; } = ModelPreset.Faithful;

    public StageSelection Stages { get; init; } = StageSelection.First;

    public int BaseChannels { get; init; } = 32;

    public bool PropagatedHints { get; init; } = true;

    public bool Residual { get; init; } = true;

    public int Stage1Size { get; init; } = 128;

    public int Stage2Size { get; init; } = 512;

    public int Stage2Crop { get; init; } = 256;

    public ModelColorSpace ColorSpace { get; init; } = ModelColorSpace.Rgb;

    public double ThinnestLine { get; init; } = 0.9;

    public double ThickestLine { get; init; } = 1.1;

    public int Stage1Batch { get; init; } = 16;

    public int Stage2Batch { get; init; } = 4;

    public int Stage1Steps { get; init; } = 20000;

    public int Stage2Steps { get; init; } = 5000;

    public int ReadingChannels { get; init; } = 16;

    public int ReadingCrop { get; init; } = 192;

    public int ReadingBatch { get; init; } = 8;

    public int ReadingSteps { get; init; } = 20000;

    public double ReadingRate { get; init; } = 1.5e-3;

    public double LearningRate { get; init; } = 5e-4;

    public int WarmUpSteps { get; init; } = 100;

    public double FinalRateShare { get; init; } = 0.02;

    public double WeightDecay { get; init; }

    public double GradientClip { get; init; } = 1;

    public double AverageDecay { get; init; } = 0.999;

    public ReconstructionLoss Reconstruction { get; init; } = ReconstructionLoss.L1;

    public double HintLossWeight { get; init; } = 0.2;

    public double LocalityLossWeight { get; init; } = 1;

    public double AdversarialWeight { get; init; } = 0.005;

    public int AdversarialStart { get; init; } = 10000;

    public SampleStyle Sampling { get; init; } = SampleStyle.Drawn;

    public double NoHintShare { get; init; } = 0.45;

    public double DenseHintShare { get; init; } = 0.01;

    public double HintCountMean { get; init; } = 8;

    public double ManyHintsShare { get; init; } = 0.3;

    public double PlainShare { get; init; } = 0.5;

    public double HueShiftShare { get; init; } = 0.25;

    public double AreaRecolorShare { get; init; } = 0.5;

    public double TwinShare { get; init; } = 0.5;

    public double LineTwinShare { get; init; } = 0.4;

    public double LineChangeShare { get; init; } = 0.8;

    public double FlipShare { get; init; } = 0.5;

    public double LargestZoom { get; init; } = 1.3;

    public TrainingPrecision Precision { get; init; } = TrainingPrecision.Automatic;

    public long Seed { get; init; } = 1;

    public FrozenLayers FrozenLayers { get; init; }

    public BatchStatistics BatchStatistics { get; init; }

    public double PullToStart { get; init; }

    public double BaseShare { get; init; }

    public int ValidateEvery { get; init; } = 500;

    public int ValidationPictures { get; init; } = 64;

    public int CheckpointEvery { get; init; } = 250;

    public int KeepCheckpoints { get; init; } = 2;

    public int LogEvery { get; init; } = 20;

    public double MaxMinutes { get; init; }

    public int LoaderThreads { get; init; }

    public int CacheMebibytes { get; init; } = 4096;
#pragma warning restore CS1591

    /// <summary>The model whose weights the run starts from, as it is trained; null for random weights. No setting: the run folder holds it.</summary>
    internal ModelManifest? Start { get; init; }

    /// <summary>The defaults of a preset: <c>classic</c> is the article and PaintsChainer's public recipe, <c>faithful</c> our own.</summary>
    public static TrainConfig Default(ModelPreset preset) => preset == ModelPreset.Faithful
        ? new TrainConfig()
        : new TrainConfig
        {
            Preset = ModelPreset.Classic,
            PropagatedHints = false,
            Residual = false,
            ColorSpace = ModelColorSpace.Yuv,
            ThinnestLine = 0.8,
            ThickestLine = 2.5,
            LearningRate = 1e-4,
            WarmUpSteps = 0,
            FinalRateShare = 1,
            WeightDecay = 1e-5,
            GradientClip = 0,
            AverageDecay = 0,
            Reconstruction = ReconstructionLoss.Mse,
            HintLossWeight = 0,
            LocalityLossWeight = 0,
            AdversarialWeight = 1,
            AdversarialStart = 0,
            Sampling = SampleStyle.PaintsChainer,
            PlainShare = 0,
            TwinShare = 0,
            LineTwinShare = 0,
            LargestZoom = 1,
        };

    /// <summary>Pictures in a step of a stage.</summary>
    /// <param name="stage">1 or 2.</param>
    public int BatchOf(int stage) => stage == 1 ? Stage1Batch : Stage2Batch;

    /// <summary>Steps of a stage.</summary>
    /// <param name="stage">1 or 2.</param>
    public int StepsOf(int stage) => stage == 1 ? Stage1Steps : Stage2Steps;

    /// <summary>Side of the squares that a stage trains on, in pixels.</summary>
    /// <param name="stage">1 or 2.</param>
    public int CropOf(int stage) => stage == 1 ? Stage1Size : Stage2Crop;

    /// <summary>Whether a stage is trained against a discriminator: the article's stage 2 is not.</summary>
    /// <param name="stage">1 or 2.</param>
    public bool IsAdversarial(int stage) => AdversarialWeight > 0 && (stage == 1 || Preset == ModelPreset.Faithful);

    /// <summary>Checks all values, alone and together.</summary>
    /// <exception cref="TrainingException">A value is not allowed; the message names it.</exception>
    public void Validate()
    {
        foreach (ConfigKey key in ConfigKeys.All) key.Check(this);
        if (Stage2Size < Stage1Size) throw Invalid("stage2Size", "must not be less than stage1Size");
        if (Stage2Size % Stage1Size != 0) throw Invalid("stage2Size", "must be a multiple of stage1Size");
        if (Stage2Crop > Stage2Size) throw Invalid("stage2Crop", "must not be more than stage2Size");
        if (NoHintShare + DenseHintShare > 1) throw Invalid("noHintShare", "and denseHintShare must not be more than 1 together");
        if (ThinnestLine > ThickestLine) throw Invalid("thinnestLine", "must not be more than thickestLine");
        if (Residual && !PropagatedHints) throw Invalid("residual", "must be false where propagatedHints is");
        if (Start is not null) FineTuneDefaults.Check(this, Start);
        if (Start is null && FrozenLayers != FrozenLayers.None) throw Invalid("frozenLayers", "must be none where nothing is fine-tuned");
        if (Start is null && BatchStatistics != BatchStatistics.Batch) throw Invalid("batchStatistics", "must be batch where nothing is fine-tuned");
        if (Preset == ModelPreset.Classic && PropagatedHints) throw Invalid("propagatedHints", "must be false for the preset classic");
    }

    private static TrainingException Invalid(string key, string rule) => new($"{key} {rule}. Change the configuration or --set.");
}
