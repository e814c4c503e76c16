using PdnColorize.Colorization.Models;
using PdnColorize.Datasets;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.Samples;
using PdnColorize.Training.Validation;
using static TorchSharp.torch;

namespace PdnColorize.Training.Tests.Validation;

public sealed class ValidatorTests
{
    private static readonly TrainConfig Config = TinyRun.Config(ModelPreset.Faithful, steps: 1) with { ValidationPictures = 100 };

    [Fact]
    public void Run_SourcesOfDifferentSizes_CountAlike()
    {
        DrawnPictures drawn = new(5);
        ValidationResult large = Run(new Sources(drawn, (0, "large"), (1, "large"), (2, "large"), (3, "large")));
        ValidationResult small = Run(new Sources(drawn, (4, "small")));

        ValidationResult both = Run(new Sources(drawn, (0, "large"), (1, "large"), (2, "large"), (3, "large"), (4, "small")));

        Assert.NotEqual(large.Psnr[0], small.Psnr[0], tolerance: 0.01);
        Assert.Equal((large.Psnr[0] + small.Psnr[0]) / 2, both.Psnr[0], 1e-9);
    }

    [Fact]
    public void Run_AGreyResult_HasThePsnrOfItsFormula()
    {
        Sources one = new(new DrawnPictures(1), (0, "one"));
        byte[] original = SquareOf(one.Read(0));
        double squares = original.Average(value => Math.Pow(value - 128, 2));

        ValidationResult result = Run(one);

        // Grey is 0 in the network's range, which is 127.5 and rounds to 128.
        Assert.Equal(10 * Math.Log10(255 * 255 / squares), result.Score, 1e-6);
    }

    [Fact]
    public void Fixed_MoreHints_BeginWithThoseOfFewer()
    {
        SampleBuilder builder = new(Config, stage: 1);

        TrainingSample[] samples = builder.Fixed(DrawnPictures.Few.Read(0), ValidationResult.HintCounts, () => SampleRandom.For(1, 2));

        Assert.Empty(samples[0].Drawing.Hints.Positions);
        Assert.All(samples.Zip(samples.Skip(1)), pair => Assert.Superset(pair.First.Drawing.Hints.Positions.ToHashSet(), pair.Second.Drawing.Hints.Positions.ToHashSet()));
        Assert.True(samples[^1].Drawing.Hints.Count > samples[1].Drawing.Hints.Count);
    }

    [Fact]
    public void Run_Pictures_ShowsTheFirstWithTheirHints()
    {
        Validator validator = new(Config, 1, DrawnPictures.Few, new SampleBuilder(Config, 1));

        IReadOnlyList<ColoredSample> shown = validator.Run(Grey, CancellationToken.None).Shown;

        Assert.Equal(DrawnPictures.Few.Count, shown.Count);
        Assert.All(shown, sample =>
        {
            Assert.InRange(sample.Hints.Count, 1, ColoredSample.HintCount);
            Assert.Equal(ColoredSample.ShownCounts, sample.Results.Keys.Order());
            Assert.All(sample.Results.Values, result => Assert.All(result, value => Assert.Equal(128, value)));
        });
    }

    private static ValidationResult Run(IPictureSource pictures) =>
        new Validator(Config, 1, pictures, new SampleBuilder(Config, 1)).Run(Grey, CancellationToken.None).Result;

    private static Tensor Grey(Batch batch) => zeros([batch.Count, 3, Config.Stage1Size, Config.Stage1Size]);

    private static byte[] SquareOf(TrainingPair pair) =>
        RgbSquare.Cut(pair.ColorRgb, pair.Width, pair.Height, Window.Middle(pair.Width, pair.Height), Config.Stage1Size).Pixels;

    /// <summary>Drawn pictures under keys of several folders.</summary>
    private sealed class Sources(DrawnPictures drawn, params (int Picture, string Source)[] entries) : IPictureSource
    {
        public int Count => entries.Length;

        public string Fingerprint => "sources";

        public PictureFacts FactsOf(int index) => drawn.FactsOf(entries[index].Picture) with { Key = $"{entries[index].Source}/{entries[index].Picture}" };

        public TrainingPair Read(int index) => drawn.Read(entries[index].Picture);
    }
}
