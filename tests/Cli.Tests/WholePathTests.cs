using System.Globalization;
using System.Runtime.InteropServices;
using PdnColorize.Colorization;
using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Trainer.Tests.Support;

namespace PdnColorize.Trainer.Tests;

/// <summary>From pictures to a coloured drawing, as a user goes.</summary>
public sealed class WholePathTests(BuiltDataset data) : IClassFixture<BuiltDataset>, IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("classic")]
    [InlineData("faithful")]
    public async Task Train_ThirtyStepsOfBothStagesThenExport_GivesAModelThatColorsAndCanBeFineTuned(string preset)
    {
        string[] train = ["train", "--preset", preset, "--data", data.FullPath, "--validation", data.FullPath, "-o", _folder["run"], .. TinySettings.Arguments("stages=both", "learningRate=0.01")];
        (await TrainerProgram.Run([.. train, "stage1Steps=20", "stages=first"])).AssertDone();
        CommandResult trained = (await TrainerProgram.Run(train)).AssertDone();
        Assert.Contains("stage 1  step 30/30", trained.Output, StringComparison.Ordinal);
        Assert.Contains("stage 2  step 30/30", trained.Output, StringComparison.Ordinal);
        (await TrainerProgram.Run("export", _folder["run"], "-o", _folder["mine"], "--licence", "CC0-1.0")).AssertDone();
        AssertColors("mine", stages: 2);

        File.WriteAllText(_folder["fine.jsonc"], (await TrainerProgram.Run("config", "--from", _folder["mine"])).AssertDone().Output);
        string[] fineTune = ["finetune", "--from", _folder["mine"], "--data", data.FullPath, "--base", data.FullPath, "-o", _folder["tuned-run"]];
        CommandResult tuned = (await TrainerProgram.Run(
            [.. fineTune, "--config", _folder["fine.jsonc"], "--set", "stage1Steps=3", "stage2Steps=3", "stage1Batch=2", "stage2Batch=2", "stage2Crop=64", "precision=full", "validationPictures=2"])).AssertDone();
        Assert.Contains("stage 1  step 0  score", tuned.Output, StringComparison.Ordinal);
        (await TrainerProgram.Run(fineTune)).AssertDone();
        (await TrainerProgram.Run("export", _folder["tuned-run"], "-o", _folder["tuned"])).AssertDone();
        Assert.Equal("CC0-1.0", AssertColors("tuned", stages: 2).Licence);

        string[] evaluate = ["evaluate", "--quick", "--per-source", "2", "--baselines", "propagation", "--kinds", "own,middle", "--before", _folder["mine"], "--model", _folder["mine"], "--model", _folder["tuned"]];
        CommandResult evaluated = (await TrainerProgram.Run([.. evaluate, "--data", data.FullPath, "-o", _folder["evaluation"]])).AssertDone();
        Assert.Contains("tuned product", evaluated.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["evaluation/evaluation.html"]));
        Assert.True(File.Exists(_folder["evaluation/contact-sheet-1.png"]));
    }

    [Fact]
    public async Task ImportChainer_AnExportedNetwork_ColorsADrawing()
    {
        string stage1 = Path.Combine(AppContext.BaseDirectory, "fixtures", "chainer-stage1.npz");

        (await TrainerProgram.Run("import-chainer", stage1, "-o", _folder["article"])).AssertFailed(2, "--licence");
        (await TrainerProgram.Run("import-chainer", stage1, "-o", _folder["article"], "--licence", "LicenseRef-Test")).AssertDone();

        ModelManifest model = AssertColors("article", stages: 1);
        Assert.Equal(("LicenseRef-Test", ModelColorSpace.YuvOfBgr), (model.Licence, model.ColorSpace));
    }

    [Theory]
    [InlineData("my style", "CC0-1.0", "The model would be called 'my style' after the folder of -o", "--name")]
    [InlineData("mine", "see https://example.org", "--licence is 'see https://example.org'", "SPDX")]
    [InlineData("mine", "CC0-1.0", "--name is 'my style'", "letters", "--name", "my style")]
    [InlineData("mine", "CC0-1.0", "--title has 201 characters", "one line of 1 to 200", "--title", "#201")]
    [InlineData("mine", "CC0-1.0", "--title holds line ends", "one line", "--title", "my\nbest")]
    [InlineData("mine", "CC0-1.0", "--description has 4001 characters", "4000", "--description", "#4001")]
    public async Task ImportChainer_CardThatCannotBe_BlamesTheOption(string folder, string licence, string words, string advice, params string[] more)
    {
        // Long texts are given by their length.
        more = [.. more.Select(text => text.StartsWith('#') ? new string('x', int.Parse(text[1..], CultureInfo.InvariantCulture)) : text)];
        string stage1 = Path.Combine(AppContext.BaseDirectory, "fixtures", "chainer-stage1.npz");

        CommandResult result = await TrainerProgram.Run(["import-chainer", stage1, "-o", _folder[folder], "--licence", licence, .. more]);

        result.AssertFailed(2, words, advice);
        Assert.DoesNotContain(ModelManifest.FileName, result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder[folder]));
    }

    [Fact]
    public async Task ImportChainer_NameForAFolderThatIsNone_IsTheModels()
    {
        string stage1 = Path.Combine(AppContext.BaseDirectory, "fixtures", "chainer-stage1.npz");

        (await TrainerProgram.Run("import-chainer", stage1, "-o", _folder["my style"], "--licence", "CC0-1.0", "--name", "mine")).AssertDone();

        Assert.Equal("mine", ModelFolder.Open(_folder["my style"]).Manifest.Name);
    }

    [Fact]
    public async Task Evaluate_OutputThatIsAFile_IsRefusedBeforeAnythingIsMeasured()
    {
        File.WriteAllText(_folder["notes"], "mine");

        CommandResult result = await TrainerProgram.Run("evaluate", "--quick", "--per-source", "1", "--baselines", "white", "--data", data.FullPath, "-o", _folder["notes"]);

        result.AssertFailed(2, "notes' cannot be written to");
        Assert.Equal("", result.Output);
    }

    private ModelManifest AssertColors(string name, int stages)
    {
        LoadedModel model = ModelFolder.Load(_folder[name]);
        Assert.Equal(stages, model.Stages.Count);
        using Colorizer colorizer = new(model, ComputeDevice.Cpu);
        Picture drawing = PictureFile.Read(Path.Combine(BuiltDataset.Pictures, "freegophers_7.png"), PictureLimits.CommandLine);
        // With a hint: after thirty steps a network that corrects hints may well paint paper alone where there are none.
        Picture hints = new(drawing.Width, drawing.Height);
        hints.Pixels.AsSpan(((drawing.Height / 2 * drawing.Width) + (drawing.Width / 2)) * Picture.BytesPerPixel, 6 * Picture.BytesPerPixel).Fill(200);
        Picture result = colorizer.Colorize(drawing, hints, new ColorizationOptions { Result = ResultKind.Colors }).Picture;
        Assert.Equal((drawing.Width, drawing.Height), (result.Width, result.Height));
        // Beside the hint's grey, which is given.
        Assert.True(MemoryMarshal.Cast<byte, int>(result.Pixels).ToArray().Distinct().Count() > 2, "The whole drawing has one colour.");
        return model.Manifest;
    }
}
