using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Networks;
using PdnColorize.Colorization.Safetensors;
using PdnColorize.Tests.Memory;
using PdnColorize.Training.Checkpoints;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.Losses;
using PdnColorize.Training.Samples;
using static TorchSharp.torch;

namespace PdnColorize.Training.Tests.Scalars;

/// <summary>Training while another thread collects garbage all the time learns the same, bit by bit, as in peace.</summary>
public sealed class ConstantCollectionTests : IDisposable
{
    private const int Steps = 15;
    private const double LearningRate = 0.001;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(ModelPreset.Classic, 1)]
    [InlineData(ModelPreset.Faithful, 2)]
    public void Learn_WhileGarbageIsCollected_LearnsTheSame(ModelPreset preset, int stage) => AssertSame(preset, stage, TrainingPrecision.Full);

    [BFloat16Fact]
    public void Learn_InBFloat16WhileGarbageIsCollected_LearnsTheSame() => AssertSame(ModelPreset.Faithful, 2, TrainingPrecision.BFloat16);

    private void AssertSame(ModelPreset preset, int stage, TrainingPrecision precision)
    {
        TrainConfig config = TinyRun.Config(preset, Steps) with
        {
            Precision = precision,
            AdversarialStart = 0,
            // Every sample has a twin, the gradients are clipped and the weights decay: nothing of a step is left out.
            TwinShare = 1,
            GradientClip = 0.01,
            WeightDecay = 1e-4,
        };
        (LossParts, double)[] calm = Learn(config, stage);
        using ConstantCollection collection = new();

        Assert.Equal(calm, Learn(config, stage));
    }

    /// <summary>The losses and the gradient's norm at each step: of one bit of a weight that differs, the next step tells.</summary>
    private (LossParts Losses, double GradientNorm)[] Learn(TrainConfig config, int stage)
    {
        using Drafts? drafts = stage == 1 ? null : new Drafts(config, RandomWeights(config), CPU);
        using Trainer trainer = new(config, stage, DrawnPictures.Few, DrawnPictures.Few, new CheckpointStore(_folder.File("checkpoints"), keep: 1), CPU, drafts);
        Batch batch = trainer.BuildBatch(0);
        return [.. Enumerable.Range(0, Steps).Select(_ => trainer.Learn(batch, LearningRate))];
    }

    private static IReadOnlyList<SafetensorsTensor> RandomWeights(TrainConfig config)
    {
        manual_seed(1);
        StageManifest first = TrainedModel.Of(config).Stages[0];
        using UNet network = new(first.InputChannels, first.BaseChannels);
        return WeightTensors.Save(network, SafetensorsDataType.F32);
    }
}
