using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Safetensors;
using PdnColorize.Training.Checkpoints;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.Reading;
using PdnColorize.Training.Runs;

namespace PdnColorize.Training.Tests.Reading;

public sealed class ReadingTrainerTests : IDisposable
{
    private static readonly TrainConfig Config = TinyRun.Config(ModelPreset.Faithful, steps: 1) with
    {
        ReadingChannels = 2,
        ReadingCrop = 64,
        ReadingBatch = 2,
        ReadingSteps = 4,
        ValidateEvery = 4,
        ValidationPictures = 1,
        CheckpointEvery = 2,
        LogEvery = 1,
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_StoppedAndGoneOnWith_LearnsTheSameBits()
    {
        Assert.Equal(TrainingOutcome.Finished, Train("whole", Config, CancellationToken.None));

        using CancellationTokenSource stop = new();
        Assert.Equal(TrainingOutcome.Cancelled, Train("parts", Config, stop.Token, afterLine: stop.Cancel));
        Assert.Equal(TrainingOutcome.Finished, Train("parts", Config, CancellationToken.None));

        Assert.Equal(Weights("whole"), Weights("parts"));
        // A line for each step and one for the validation, none of them twice.
        Assert.Equal(1 + 4 + 1, File.ReadAllLines(RunFolder.Open(_folder.File("parts")).ReadingMetricsFile).Length);
    }

    [Fact]
    public void StartFrom_NetworkWithFewerOutputs_TakesWhatFits()
    {
        Train("first", Config, CancellationToken.None);
        SafetensorsFile first = CheckpointStore.ReadTensors(RunFolder.Open(_folder.File("first")).ReadingCheckpoints.Latest!, CheckpointFiles.Average);
        SafetensorsTensor last = first.Find("dc0.bias")!;
        List<SafetensorsTensor> fewer = [.. first.Tensors.Select(tensor => tensor.Name == "dc0.bias" ? SafetensorsTensor.FromSingles("dc0.bias", [1], [last.ToSingles()[0]]) : tensor)];
        SafetensorsWriter.Write(_folder.File("fewer.safetensors"), fewer);

        using ReadingTrainer trainer = Create("second", Config with { ReadingSteps = 1, ReadingRate = 1e-9 });
        trainer.StartFrom(SafetensorsFile.Read(_folder.File("fewer.safetensors")));
        trainer.Run(0, CancellationToken.None);

        SafetensorsFile second = CheckpointStore.ReadTensors(RunFolder.Open(_folder.File("second")).ReadingCheckpoints.Latest!, CheckpointFiles.Network);
        Assert.Equal(first.Find("c4.weight")!.ToSingles(), second.Find("c4.weight")!.ToSingles(), (one, other) => Math.Abs(one - other) < 1e-4);
        Assert.Equal(last.ToSingles()[0], second.Find("dc0.bias")!.ToSingles()[0], 1e-4);
    }

    [Fact]
    public void StartFrom_OtherNetwork_IsRefused()
    {
        SafetensorsWriter.Write(_folder.File("other.safetensors"), [SafetensorsTensor.FromSingles("weight", [1], [1f])]);
        using ReadingTrainer trainer = Create("run", Config);

        TrainingException refused = Assert.Throws<TrainingException>(() => trainer.StartFrom(SafetensorsFile.Read(_folder.File("other.safetensors"))));

        Assert.Contains("readingChannels", refused.Message, StringComparison.Ordinal);
    }

    private ReadingTrainer Create(string name, TrainConfig config)
    {
        DrawnPictures pictures = new(4);
        return new ReadingTrainer(RunFolder.Create(_folder.File(name), config), pictures, pictures, ComputeDevice.Cpu);
    }

    private TrainingOutcome Train(string name, TrainConfig config, CancellationToken cancellationToken, Action? afterLine = null)
    {
        using ReadingTrainer trainer = Create(name, config);
        trainer.Progressed += (_, _) => afterLine?.Invoke();
        return trainer.Run(0, cancellationToken);
    }

    private float[] Weights(string name) =>
        [.. CheckpointStore.ReadTensors(RunFolder.Open(_folder.File(name)).ReadingCheckpoints.Latest!, CheckpointFiles.Network).Tensors.SelectMany(tensor => tensor.ToSingles())];
}
