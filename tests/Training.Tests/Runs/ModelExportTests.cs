using PdnColorize.Colorization;
using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.Export;
using PdnColorize.Training.Runs;

namespace PdnColorize.Training.Tests.Runs;

public sealed class ModelExportTests : IDisposable
{
    private static readonly ModelCard Card = new() { Name = "tiny", DisplayName = "Tiny", Licence = "CC0-1.0" };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(ModelPreset.Classic)]
    [InlineData(ModelPreset.Faithful)]
    public void Write_ARunOfBothStages_GivesAModelThatColors(ModelPreset preset)
    {
        TrainConfig config = TinyRun.Config(preset, steps: 3) with { Stages = StageSelection.Both };
        TinyRun.Create(_folder.File("run"), config).Run();

        ModelExport.Write(RunFolder.Open(_folder.File("run")), _folder.File("tiny"), Card);

        LoadedModel model = new ModelStore([_folder.FullPath]).Open("tiny").LoadWeights();
        Assert.Equal(2, model.Stages.Count);
        using Colorizer colorizer = new(model, ComputeDevice.Cpu);
        Picture drawing = Drawing();
        // A network that corrects hints and has hardly learned yet paints nothing without one.
        Picture hints = new(drawing.Width, drawing.Height);
        new byte[] { 200, 40, 40, 255 }.CopyTo(hints.Pixels, ((drawing.Height / 2 * drawing.Width) + (drawing.Width / 2)) * 4);
        ColorizationResult result = colorizer.Colorize(drawing, hints, ColorizationOptions.Default);
        Assert.Equal((drawing.Width, drawing.Height), (result.Picture.Width, result.Picture.Height));
    }

    [Fact]
    public void Write_ARun_BringsAPageThatSaysWhereTheModelComesFrom()
    {
        TinyRun.Create(_folder.File("run"), TinyRun.Config(ModelPreset.Faithful, steps: 3) with { HueShiftShare = 0.125 }).Run();

        ModelExport.Write(RunFolder.Open(_folder.File("run")), _folder.File("tiny"), Card with { Description = "For a | test." });

        string page = File.ReadAllText(Path.Combine(_folder.File("tiny"), "README.md"));
        Assert.Contains("# Tiny\n\nFor a | test.", page, StringComparison.Ordinal);
        Assert.Contains("| Licence | CC0-1.0 |", page, StringComparison.Ordinal);
        Assert.Contains("3 steps of", page, StringComparison.Ordinal);
        Assert.Contains("with no hints", page, StringComparison.Ordinal);
        Assert.Contains("hueShiftShare 0.125", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TheLastCheckpoint_IsNotTheBest()
    {
        // With such a rate every step makes it worse: the best is the first that was validated.
        TrainConfig config = TinyRun.Config(ModelPreset.Faithful, steps: 4) with { LearningRate = 1, WarmUpSteps = 0, AverageDecay = 0, ValidateEvery = 1, CheckpointEvery = 1 };
        TinyRun.Create(_folder.File("run"), config).Run();
        RunFolder run = RunFolder.Open(_folder.File("run"));

        ModelManifest best = ModelExport.Write(run, _folder.File("best"), Card with { Name = "best" });
        ModelManifest last = ModelExport.Write(run, _folder.File("last"), Card with { Name = "last" }, which: ExportedCheckpoint.Last);

        Assert.StartsWith("4 steps", last.Training["stage1"], StringComparison.Ordinal);
        Assert.DoesNotContain("dB", last.Training["stage1"], StringComparison.Ordinal);
        Assert.EndsWith("dB", best.Training["stage1"], StringComparison.Ordinal);
        Assert.DoesNotContain("4 steps", best.Training["stage1"], StringComparison.Ordinal);
        Assert.NotEqual(best.Stages[0].Sha256, last.Stages[0].Sha256);
    }

    [Fact]
    public void Write_ARunWithoutCheckpoints_IsRefused()
    {
        RunFolder run = RunFolder.Create(_folder.File("run"), new TrainConfig());

        TrainingException error = Assert.Throws<TrainingException>(() => ModelExport.Write(run, _folder.File("tiny"), Card));

        Assert.Contains("no checkpoint", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("tiny")));
    }

    private static Picture Drawing()
    {
        byte[] grey = DrawnPictures.Few.Read(0).Lines[0].Grey;
        Picture drawing = new(DrawnPictures.Side, DrawnPictures.Side);
        for (int i = 0; i < grey.Length; i++)
        {
            drawing.Pixels.AsSpan(i * 4, 3).Fill(grey[i]);
            drawing.Pixels[(i * 4) + 3] = 255;
        }

        return drawing;
    }
}
