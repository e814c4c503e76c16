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
