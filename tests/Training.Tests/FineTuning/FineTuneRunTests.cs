using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Safetensors;
using PdnColorize.Training.Checkpoints;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.Export;
using PdnColorize.Training.FineTuning;
using PdnColorize.Training.Runs;

namespace PdnColorize.Training.Tests.FineTuning;

public sealed class FineTuneRunTests : IDisposable
{
    private static readonly ModelCard Card = new() { Name = "artist", DisplayName = "Artist", Licence = "CC-BY-SA-4.0", Attribution = "Ada drew the pictures." };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(ModelPreset.Classic, BatchStatistics.Batch, FrozenLayers.None)]
    [InlineData(ModelPreset.Faithful, BatchStatistics.Start, FrozenLayers.None)]
    [InlineData(ModelPreset.Faithful, BatchStatistics.Start, FrozenLayers.Encoder)]
    public void Run_StoppedHalfwayAndResumed_EndsWithTheSameBits(ModelPreset preset, BatchStatistics statistics, FrozenLayers frozen)
    {
        ModelFolder model = TinyModel(preset, StageSelection.First);
        TrainConfig config = Config(model, steps: 12) with { BatchStatistics = statistics, FrozenLayers = frozen, ValidateEvery = 4 };

        Assert.Equal(TrainingOutcome.Finished, FineTune("whole", config, model).Run());
        Assert.Equal(TrainingOutcome.Cancelled, RunUntil(6, FineTune("parts", config, model)));
        Directory.Delete(model.FullPath, recursive: true);
        RunFolder parts = RunFolder.Open(_folder.File("parts"));
        Assert.Equal(TrainingOutcome.Finished, TrainingRun.ForFineTuning(parts, DrawnPictures.Few, new DrawnPictures(3), DrawnPictures.Few, ComputeDevice.Cpu).Run());

        (string one, string other) = (Last("whole"), Last("parts"));
        Assert.All(Directory.GetFiles(one, "*.safetensors"), file => Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(other, Path.GetFileName(file)))));
        Assert.Equal(CheckpointStore.ReadState(one) with { Seconds = 0 }, CheckpointStore.ReadState(other) with { Seconds = 0 });
    }

    [Fact]
    public void Run_WithAFrozenEncoder_ChangesTheDecoderAlone()
    {
        ModelFolder model = TinyModel(ModelPreset.Faithful, StageSelection.First);
        TrainConfig config = Config(model, steps: 4) with { FrozenLayers = FrozenLayers.Encoder, BatchStatistics = BatchStatistics.Batch, WeightDecay = 0.1 };

        FineTune("run", config, model).Run();

        SafetensorsFile after = CheckpointStore.ReadTensors(Last("run"), CheckpointFiles.Network);
        string[] changed = [.. model.LoadWeights().Stages[0].Tensors.Where(before => !before.ToSingles().SequenceEqual(after.Find(before.Name)!.ToSingles())).Select(tensor => tensor.Name)];
        Assert.DoesNotContain(changed, name => name.StartsWith('c') || name.StartsWith("bnc", StringComparison.Ordinal));
        Assert.Contains("dc0.weight", changed);
        Assert.Contains("bnd8.running_mean", changed);
    }

    [Fact]
    public void Run_OnTheStartsStatistics_LeavesThemAlone()
    {
        ModelFolder model = TinyModel(ModelPreset.Faithful, StageSelection.First);

        FineTune("run", Config(model, steps: 4) with { BatchStatistics = BatchStatistics.Start }, model).Run();

        SafetensorsFile after = CheckpointStore.ReadTensors(Last("run"), CheckpointFiles.Network);
        IReadOnlyList<SafetensorsTensor> before = model.LoadWeights().Stages[0].Tensors;
        Assert.All(before.Where(tensor => tensor.Name.Contains("running", StringComparison.Ordinal)), tensor => Assert.Equal(tensor.ToSingles(), after.Find(tensor.Name)!.ToSingles()));
        Assert.NotEqual(before.First(tensor => tensor.Name == "c0.weight").ToSingles(), after.Find("c0.weight")!.ToSingles());
    }

    [Fact]
    public void Run_ThatMakesEverythingWorse_ExportsTheStart()
    {
        ModelFolder model = TinyModel(ModelPreset.Faithful, StageSelection.First);
        List<ValidationReport> reports = [];
        TrainingRun run = FineTune("run", Config(model, steps: 4) with { LearningRate = 1, WarmUpSteps = 0, AverageDecay = 0 }, model);
        run.Validated += (_, report) => reports.Add(report);

        run.Run();

        Assert.Equal((0, true), (reports[0].Step, reports[0].IsBest));
        Assert.False(reports[^1].IsBest);
        ModelExport.Write(RunFolder.Open(_folder.File("run")), _folder.File("artist"), Card);
        Assert.Equal(model.LoadWeights().Stages[0]["c0.weight"].ToSingles(), ModelFolder.Load(_folder.File("artist")).Stages[0]["c0.weight"].ToSingles());
    }

    [Fact]
    public void Run_OfTheSecondStageOfTwo_ExportsTheFirstAsItWas()
    {
        ModelFolder model = TinyModel(ModelPreset.Faithful, StageSelection.Both);
        TrainConfig config = Config(model, steps: 2) with { Stages = StageSelection.Second, LearningRate = 1e-3, WarmUpSteps = 0 };

        Assert.Equal(TrainingOutcome.Finished, FineTune("run", config, model).Run());

        ModelManifest written = ModelExport.Write(RunFolder.Open(_folder.File("run")), _folder.File("artist"), Card);
        Assert.Equal(2, written.Stages.Count);
        Assert.Equal(model.LoadWeights().Stages[0]["dc0.weight"].ToSingles(), ModelFolder.Load(_folder.File("artist")).Stages[0]["dc0.weight"].ToSingles());
    }

    [Fact]
    public void Export_OfAFineTunedModel_CreditsBothAndNamesTheModelBefore()
    {
        ModelFolder model = TinyModel(ModelPreset.Faithful, StageSelection.Both);
        FineTune("run", Config(model, steps: 2), model).Run();

        ModelManifest written = ModelExport.Write(RunFolder.Open(_folder.File("run")), _folder.File("artist"), Card);

        string attribution = File.ReadAllText(Path.Combine(_folder.File("artist"), written.Attribution));
        Assert.Contains("Ada drew the pictures.", attribution, StringComparison.Ordinal);
        Assert.Contains("Grace drew the base pictures.", attribution, StringComparison.Ordinal);
        Assert.Contains("Tiny (tiny, CC0-1.0)", File.ReadAllText(Path.Combine(_folder.File("artist"), "README.md")), StringComparison.Ordinal);
        Assert.Contains("Tiny (tiny, CC0-1.0)", written.Training["fineTunedFrom"], StringComparison.Ordinal);
        Assert.Equal(2, written.Stages.Count);
    }

    [Theory]
    [InlineData("baseChannels", "4")]
    [InlineData("preset", "classic")]
    [InlineData("stage1Size", "128")]
    [InlineData("propagatedHints", "false")]
    [InlineData("thickestLine", "2")]
    [InlineData("colorSpace", "yuv")]
    [InlineData("stages", "both")]
    public void Create_WhatTheModelDecides_CannotBeChanged(string key, string value)
    {
        ModelFolder model = TinyModel(ModelPreset.Faithful, StageSelection.First);
        TrainConfig config = ConfigFile.Apply(Config(model, steps: 2), [(key, value)]);

        Assert.Contains(key, Assert.Throws<TrainingException>(() => RunFolder.Create(_folder.File("run"), config, model)).Message, StringComparison.Ordinal);

        Assert.False(Directory.Exists(_folder.File("run")));
    }

    [Fact]
    public void Create_AnotherModelInTheSameFolder_IsRefused()
    {
        ModelFolder model = TinyModel(ModelPreset.Faithful, StageSelection.First);
        TrainConfig config = Config(model, steps: 2);
        FineTune("run", config, model).Run();
        TinyRun.Create(_folder.File("other"), TinyRun.Config(ModelPreset.Faithful, steps: 2) with { Seed = 2 }).Run();
        ModelExport.Write(RunFolder.Open(_folder.File("other")), _folder.File("other-model"), Card);

        TrainingException error = Assert.Throws<TrainingException>(() => RunFolder.Create(_folder.File("run"), config, ModelFolder.Open(_folder.File("other-model"))));

        Assert.Contains("did not begin with the model", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("frozenLayers", "encoder")]
    [InlineData("batchStatistics", "start")]
    public void Validate_AFineTuningSettingWithoutAModel_NamesIt(string key, string value)
    {
        TrainConfig config = ConfigFile.Apply(new TrainConfig(), [(key, value)]);

        Assert.Contains(key, Assert.Throws<TrainingException>(config.Validate).Message, StringComparison.Ordinal);
    }

    private static TrainConfig Config(ModelFolder model, int steps) => FineTuneDefaults.For(model.Manifest) with
    {
        Stage1Steps = steps,
        Stage2Steps = steps,
        Stage1Batch = 2,
        Stage2Batch = 2,
        Stage2Crop = 64,
        ValidateEvery = steps,
        ValidationPictures = 2,
        CheckpointEvery = 1000,
        Precision = TrainingPrecision.Full,
    };

    private static TrainingOutcome RunUntil(long step, TrainingRun run)
    {
        using CancellationTokenSource source = new();
        run.BatchEnd += (_, report) =>
        {
            if (report.Step == step) source.Cancel();
        };
        return run.Run(source.Token);
    }

    private ModelFolder TinyModel(ModelPreset preset, StageSelection stages)
    {
        TinyRun.Create(_folder.File("base-run"), TinyRun.Config(preset, steps: 2) with { Stages = stages }).Run();
        ModelCard card = new() { Name = "tiny", DisplayName = "Tiny", Licence = "CC0-1.0", Attribution = "Grace drew the base pictures." };
        ModelExport.Write(RunFolder.Open(_folder.File("base-run")), _folder.File("tiny"), card);
        return ModelFolder.Open(_folder.File("tiny"));
    }

    private TrainingRun FineTune(string name, TrainConfig config, ModelFolder model) => TrainingRun.ForFineTuning(
        RunFolder.Create(_folder.File(name), config, model), DrawnPictures.Few, new DrawnPictures(3), DrawnPictures.Few, ComputeDevice.Cpu);

    private string Last(string run) => RunFolder.Open(_folder.File(run)).CheckpointsOf(1).Latest!;
}
