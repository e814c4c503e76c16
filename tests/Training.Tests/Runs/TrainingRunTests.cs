using System.Globalization;
using System.Text.RegularExpressions;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Safetensors;
using PdnColorize.Datasets;
using PdnColorize.Training.Checkpoints;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.Runs;
using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Tests.Runs;

public sealed class TrainingRunTests : IDisposable
{
    /// <summary>What differs between two runs that learn the same.</summary>
    private static readonly string[] TimedColumns = ["seconds", "picturesPerSecond", "waitedShare"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_FolderInUse_IsRefusedAndFreeAfterwards()
    {
        TrainConfig config = TinyRun.Config(ModelPreset.Faithful, steps: 2);
        TrainingRun first = TinyRun.Create(_folder.File("run"), config);
        TrainingException? refused = null;
        first.BatchEnd += (_, _) => refused ??= Assert.Throws<TrainingException>(() => TinyRun.Create(_folder.File("run"), config).Run());

        first.Run();

        Assert.Contains("in use", refused?.Message, StringComparison.Ordinal);
        Assert.Equal(TrainingOutcome.Finished, TinyRun.Create(_folder.File("run"), config).Run());
    }

    [Theory]
    [InlineData(ModelPreset.Classic)]
    [InlineData(ModelPreset.Faithful)]
    public void Run_ThirtyStepsOnOneBatch_LearnsIt(ModelPreset preset)
    {
        TrainConfig config = TinyRun.Config(preset, steps: 30) with
        {
            // The classic network has to come from 0 to 255 first, which takes its own rate hundreds of steps.
            LearningRate = preset == ModelPreset.Classic ? 0.3 : 0.01,
            AdversarialWeight = 0,
            Stage1Batch = 4,
            NoHintShare = 0,
            HueShiftShare = 0,
            LineChangeShare = 0,
            AreaRecolorShare = 0,
            TwinShare = 0,
            PlainShare = 0,
            FlipShare = 0,
            LargestZoom = 1,
        };
        DrawnPictures one = new(1);
        TrainingRun run = new(RunFolder.Create(_folder.File("run"), config), one, one, Colorization.Devices.ComputeDevice.Cpu);
        List<double> losses = [];
        run.BatchEnd += (_, report) => losses.Add(report.Losses.Reconstruction);

        TrainingOutcome outcome = run.Run();

        Assert.Equal(TrainingOutcome.Finished, outcome);
        // The faithful network corrects its hints: what is left to learn at its first step is what they do not tell.
        Assert.InRange(losses[^1], 0, losses[0] * (preset == ModelPreset.Classic ? 0.5 : 0.65));
    }

    [Theory]
    [InlineData(ModelPreset.Classic)]
    [InlineData(ModelPreset.Faithful)]
    public void Run_StoppedHalfwayAndResumed_EndsWithTheSameBits(ModelPreset preset) => AssertSameBitsAfterResuming(preset, TrainingPrecision.Full);

    [BFloat16Fact]
    public void Run_InBFloat16StoppedHalfwayAndResumed_EndsWithTheSameBits() => AssertSameBitsAfterResuming(ModelPreset.Faithful, TrainingPrecision.BFloat16);

    [BFloat16Fact(supported: false)]
    public void Run_InBFloat16OnAProcessorWithout_IsRefused()
    {
        TrainConfig config = TinyRun.Config(ModelPreset.Faithful, steps: 1) with { Precision = TrainingPrecision.BFloat16 };

        TrainingException refused = Assert.Throws<TrainingException>(() => TinyRun.Create(_folder.File("run"), config).Run());

        Assert.Contains("precision=automatic", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_BothStages_TrainsTheSecondOnTheFirst()
    {
        TrainConfig config = TinyRun.Config(ModelPreset.Faithful, steps: 6) with { Stages = StageSelection.Both };
        List<int> stages = [];
        TrainingRun run = TinyRun.Create(_folder.File("run"), config);
        run.Validated += (_, report) => stages.Add(report.Stage);

        Assert.Equal(TrainingOutcome.Finished, run.Run());

        Assert.Equal([1, 2], stages);
        RunFolder folder = RunFolder.Open(_folder.File("run"));
        SafetensorsFile second = CheckpointStore.ReadTensors(folder.CheckpointsOf(2).Best!, CheckpointFiles.Average);
        // Line, hint, mask, propagated, confidence: 9. And the draft's 3.
        Assert.Equal(12, second.Find("c0.weight")!.Shape[1]);
    }

    [Fact]
    public void Run_ResumedInTheSecondStage_KeepsSheetsAndCurvesOfBoth()
    {
        TrainConfig config = TinyRun.Config(ModelPreset.Faithful, steps: 4) with { Stages = StageSelection.Both, ValidateEvery = 2, LogEvery = 2 };
        RunUntil(2, stage: 2, TinyRun.Create(_folder.File("run"), config));

        Assert.Equal(TrainingOutcome.Finished, TinyRun.Create(_folder.File("run"), config).Run());

        string[] sheets = [.. Directory.GetFiles(_folder.File("run/samples"), "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(_folder.File("run/samples"), path)).Order()];
        Assert.Equal(["stage1/step-000002.png", "stage1/step-000004.png", "stage2/step-000002.png", "stage2/step-000004.png"], sheets.Select(path => path.Replace('\\', '/')));
        Assert.Equal(8, MetricsTable.Read(_folder.File("run/metrics.csv")).Lines.Count);
        string report = File.ReadAllText(_folder.File("run/report.html"));
        Assert.Equal(4, Regex.Count(report, "<figure class=\"sheet\""));
        Assert.Contains("finished", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_TheReportCannotBeWritten_WarnsAndGoesOn()
    {
        TrainingRun run = TinyRun.Create(_folder.File("run"), TinyRun.Config(ModelPreset.Faithful, steps: 2));
        Directory.CreateDirectory(_folder.File("run/report.html"));
        List<string> warnings = [];
        run.Warned += (_, message) => warnings.Add(message);

        Assert.Equal(TrainingOutcome.Finished, run.Run());

        Assert.All(warnings, warning => Assert.Contains("report", warning, StringComparison.Ordinal));
        Assert.NotEmpty(warnings);
    }

    [Fact]
    public void Run_LossesThatAreNoNumbers_StopsAndKeepsTheLastCheckpoint()
    {
        TrainConfig config = TinyRun.Config(ModelPreset.Faithful, steps: 30);
        RunUntil(5, TinyRun.Create(_folder.File("run"), config));
        string good = Checkpoints("run").Latest!;
        Spoil(good);

        TrainingOutcome outcome = TinyRun.Create(_folder.File("run"), config).Run();

        Assert.Equal(TrainingOutcome.Diverged, outcome);
        Assert.Equal(good, Checkpoints("run").Latest);
    }

    [Fact]
    public void Run_NoMinutesLeft_SavesAndEnds()
    {
        TrainConfig config = TinyRun.Config(ModelPreset.Faithful, steps: 1000) with { MaxMinutes = 1e-6 };

        Assert.Equal(TrainingOutcome.OutOfTime, TinyRun.Create(_folder.File("run"), config).Run());

        Assert.NotNull(Checkpoints("run").Latest);
    }

    [Fact]
    public void Run_ResumedWithOtherPictures_IsRefused()
    {
        TrainConfig config = TinyRun.Config(ModelPreset.Faithful, steps: 2);
        TinyRun.Create(_folder.File("run"), config).Run();
        DrawnPictures others = new(6) { Fingerprint = "others" };

        TrainingRun run = new(RunFolder.Create(_folder.File("run"), config with { Stage1Steps = 4 }), others, others, Colorization.Devices.ComputeDevice.Cpu);

        Assert.Contains("other pictures", Assert.Throws<TrainingException>(() => run.Run()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RunFolder_AnotherNetworkInTheSameFolder_IsRefused()
    {
        TrainConfig config = TinyRun.Config(ModelPreset.Faithful, steps: 2);
        TinyRun.Create(_folder.File("run"), config).Run();

        TrainingException error = Assert.Throws<TrainingException>(() => RunFolder.Create(_folder.File("run"), config with { BaseChannels = 4 }));

        Assert.Contains("baseChannels", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RunFolder_OfARunWithoutCheckpoints_BindsNobodyToItsSettings()
    {
        TrainConfig config = TinyRun.Config(ModelPreset.Faithful, steps: 2);
        RunFolder.Create(_folder.File("run"), config);

        RunFolder again = RunFolder.Create(_folder.File("run"), config with { BaseChannels = 4 });

        Assert.Equal(4, again.Config.BaseChannels);
        Assert.Equal(4, RunFolder.Open(_folder.File("run")).Config.BaseChannels);
    }

    [Fact]
    public void RunFolder_WithAFolderOfTheUsersWhereTheModelGoes_IsRefusedAndLeavesIt()
    {
        string picture = _folder.File("run/start/sketch.png");
        Directory.CreateDirectory(Path.GetDirectoryName(picture)!);
        File.WriteAllText(picture, "a picture");

        TrainingException refused = Assert.Throws<TrainingException>(() => RunFolder.Create(_folder.File("run"), TinyRun.Config(ModelPreset.Faithful, steps: 2)));

        Assert.Contains("'start'", refused.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(picture));
        Assert.False(RunFolder.Exists(_folder.File("run")));
    }

    [Fact]
    public void Run_AdversarySwitchedOnLater_BeginsItsDiscriminatorThen()
    {
        TrainConfig config = TinyRun.Config(ModelPreset.Faithful, steps: 4) with { AdversarialWeight = 0 };
        TinyRun.Create(_folder.File("run"), config).Run();

        TrainConfig adversarial = config with { AdversarialWeight = 0.01, AdversarialStart = 0, Stage1Steps = 6 };
        Assert.Equal(TrainingOutcome.Finished, TinyRun.Create(_folder.File("run"), adversarial).Run());

        CheckpointState state = CheckpointStore.ReadState(Checkpoints("run").Latest!);
        Assert.Equal((6, 2), (state.Step, state.DiscriminatorSteps));
    }

    [Fact]
    public void Run_ValidatedOnOtherPictures_ComparesWithNoneOfTheEarlierScores()
    {
        TrainConfig config = TinyRun.Config(ModelPreset.Faithful, steps: 2) with { ValidationPictures = 1 };
        TinyRun.Create(_folder.File("run"), config).Run();
        CheckpointState first = CheckpointStore.ReadState(Checkpoints("run").Latest!);
        // What stands there cannot be reached again.
        string path = Path.Combine(Checkpoints("run").Latest!, CheckpointFiles.State);
        File.WriteAllText(path, File.ReadAllText(path).Replace(first.BestScore!.Value.ToString("R", CultureInfo.InvariantCulture), "90", StringComparison.Ordinal));
        List<bool> best = [];
        void Go(TrainConfig config)
        {
            TrainingRun run = TinyRun.Create(_folder.File("run"), config);
            run.Validated += (_, report) => best.Add(report.IsBest);
            run.Run();
        }

        Go(config with { Stage1Steps = 3 });
        Go(config with { Stage1Steps = 4, ValidationPictures = 2 });

        Assert.Equal([false, true], best);
    }

    [Fact]
    public void Run_APictureThatCannotBeRead_SavesWhatWasLearnedBefore()
    {
        TrainConfig config = TinyRun.Config(ModelPreset.Faithful, steps: 100);
        TrainingRun run = new(RunFolder.Create(_folder.File("run"), config), new DamagedPictures(after: 40), DrawnPictures.Few, Colorization.Devices.ComputeDevice.Cpu);

        Assert.Throws<DatasetException>(() => run.Run());

        Assert.InRange(CheckpointStore.ReadState(Checkpoints("run").Latest!).Step, 5, 25);
    }

    private static TrainingOutcome RunUntil(long step, TrainingRun run) => RunUntil(step, stage: 1, run);

    private static TrainingOutcome RunUntil(long step, int stage, TrainingRun run)
    {
        using CancellationTokenSource source = new();
        run.BatchEnd += (_, report) =>
        {
            if (report.Stage == stage && report.Step == step) source.Cancel();
        };
        return run.Run(source.Token);
    }

    /// <summary>Puts a weight into a checkpoint with which no loss is a number.</summary>
    private static void Spoil(string checkpoint)
    {
        string path = Path.Combine(checkpoint, CheckpointFiles.Network);
        List<SafetensorsTensor> tensors = [.. SafetensorsFile.Read(path).Tensors];
        int index = tensors.FindIndex(tensor => tensor.Name == "c0.bias");
        tensors[index] = SafetensorsTensor.FromSingles("c0.bias", [.. tensors[index].Shape], [float.NaN, 0]);
        SafetensorsWriter.Write(path, tensors);
    }

    private void AssertSameBitsAfterResuming(ModelPreset preset, TrainingPrecision precision)
    {
        TrainConfig config = TinyRun.Config(preset, steps: 40) with { Precision = precision, ValidateEvery = 10, LoaderThreads = 2, AdversarialStart = 10 };

        TinyRun.Create(_folder.File("whole"), config).Run();
        TrainingOutcome first = RunUntil(20, TinyRun.Create(_folder.File("parts"), config));
        TrainingOutcome second = TinyRun.Create(_folder.File("parts"), config).Run();

        Assert.Equal((TrainingOutcome.Cancelled, TrainingOutcome.Finished), (first, second));
        (CheckpointStore whole, CheckpointStore parts) = (Checkpoints("whole"), Checkpoints("parts"));
        string[] files = [.. Directory.GetFiles(whole.Latest!, "*.safetensors").Select(path => Path.GetFileName(path)!).Order()];
        Assert.Equal(5, files.Length);
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(Path.Combine(whole.Latest!, file)), File.ReadAllBytes(Path.Combine(parts.Latest!, file))));
        (CheckpointState one, CheckpointState other) = (CheckpointStore.ReadState(whole.Latest!), CheckpointStore.ReadState(parts.Latest!));
        Assert.Equal(one with { Seconds = 0 }, other with { Seconds = 0 });
        Assert.Equal(Curve("whole"), Curve("parts"));
    }

    private CheckpointStore Checkpoints(string run) => RunFolder.Open(_folder.File(run)).CheckpointsOf(1);

    /// <summary>The curves without the columns of time.</summary>
    private string[] Curve(string run)
    {
        string[][] lines = [.. File.ReadAllLines(Path.Combine(_folder.File(run), "metrics.csv")).Select(line => line.Split(','))];
        int[] columns = [.. Enumerable.Range(0, lines[0].Length).Where(column => !TimedColumns.Contains(lines[0][column]))];
        Assert.Equal(lines[0].Length - TimedColumns.Length, columns.Length);
        return [.. lines.Select(line => string.Join(',', columns.Select(column => line[column])))];
    }

    /// <summary>Drawn pictures that cannot be read any more after so many readings.</summary>
    private sealed class DamagedPictures(int after) : IPictureSource
    {
        private int _read;

        public int Count => DrawnPictures.Few.Count;

        public string Fingerprint => DrawnPictures.Few.Fingerprint;

        public PictureFacts FactsOf(int index) => DrawnPictures.Few.FactsOf(index);

        public TrainingPair Read(int index) =>
            Interlocked.Increment(ref _read) > after ? throw new DatasetException("The picture is damaged.") : DrawnPictures.Few.Read(index);
    }
}
