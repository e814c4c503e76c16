using PdnColorize.Colorization;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Host.Batch;
using PdnColorize.Host.Coloring;

namespace PdnColorize.Host.Tests.Batch;

/// <summary>What is written and reported, with a stand-in for the networks.</summary>
public sealed class BatchRunnerTests : IDisposable
{
    private const int Width = 3;
    private const int Height = 2;

    private readonly TemporaryFolder _folder = new();
    private readonly Painter _painter = new();

    [Fact]
    public void Run_OnePicture_HasTheSeedThatWasAskedFor()
    {
        PictureReport report = Run(seed: 7, guesses: null);

        Assert.Equal((true, _folder["out.png"], null), (report.Ok, report.Output, report.Guesses));
        Assert.Equal(7, SeedIn("out.png"));
        AssertHolds("in.png", "out.png");
    }

    [Fact]
    public void Run_Guesses_WritesOneForEachSeedAndTheSheet()
    {
        PictureReport report = Run(seed: 5, guesses: 3);

        AssertHolds("in.png", "out-1.png", "out-2.png", "out-3.png", "out-guesses.png");
        Assert.Equal([5, 6, 7], Enumerable.Range(1, 3).Select(number => SeedIn($"out-{number}.png")));
        Picture sheet = PictureFile.Read(_folder["out-guesses.png"], PictureLimits.CommandLine);
        Assert.Equal(((2 * Width) + ContactSheet.Gap, (2 * Height) + ContactSheet.Gap), (sheet.Width, sheet.Height));
        Assert.Equal([new(5, _folder["out-1.png"]), new(6, _folder["out-2.png"]), new(7, _folder["out-3.png"])], report.Guesses!);
        Assert.Equal((_folder["out-guesses.png"], Width, Height), (report.Output, report.Width, report.Height));
        // Three guesses at two milliseconds.
        Assert.Equal(6, report.Milliseconds!["stage1"]);
    }

    [Fact]
    public void Run_Guesses_ProgressIsOfThemAll()
    {
        List<double> shares = [];

        Run(seed: 0, guesses: 2, new Shares(shares));

        Assert.Equal([0, 0.5], shares);
    }

    [Fact]
    public void Run_LaterGuessFails_WritesNoSheetAndNothingByHalves()
    {
        _painter.Refused = 1;

        PictureReport report = Run(seed: 0, guesses: 3);

        Assert.Equal(ExitCode.OutOfMemory, report.Error!.ExitCode);
        AssertHolds("in.png", "out-1.png");
    }

    [Fact]
    public void Run_Cancelled_LeavesNothingByHalves()
    {
        using CancellationTokenSource cancellation = new();
        _painter.OnSeed = seed =>
        {
            if (seed == 1) cancellation.Cancel();
        };

        Assert.Throws<OperationCanceledException>(() => Run(seed: 0, guesses: 3, null, cancellation.Token));

        AssertHolds("in.png", "out-1.png");
    }

    [Fact]
    public void Run_GuessesOfNoPicture_AreOneFailure()
    {
        PictureJob job = new(_folder.File("empty.png"), null, _folder["out.png"], Guesses: 4);

        PictureReport report = new BatchRunner(_painter, ColorizationOptions.Default).Run(job, null, CancellationToken.None);

        Assert.Equal(ExitCode.BadInput, BatchReporter.ExitCodeOf([report]));
        AssertHolds("empty.png");
    }

    public void Dispose()
    {
        _folder.Dispose();
        _painter.Dispose();
    }

    private PictureReport Run(int seed, int? guesses, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        PictureFile.Write(_folder["in.png"], new Picture(Width, Height));
        PictureJob job = new(_folder["in.png"], null, _folder["out.png"], guesses);
        return new BatchRunner(_painter, new ColorizationOptions { Seed = seed }).Run(job, progress, cancellationToken);
    }

    private int SeedIn(string name) => PictureFile.Read(_folder[name], PictureLimits.CommandLine).Pixels[0];

    private void AssertHolds(params string[] names) => Assert.Equal(names, Directory.EnumerateFiles(_folder["."]).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    /// <summary>Paints each pixel with the seed.</summary>
    private sealed class Painter : IPictureColorizer
    {
        public int? Refused { get; set; }

        public Action<int>? OnSeed { get; set; }

        public ColoredPicture Colorize(
            Picture drawing, Picture? hints, ColorizationOptions options, IProgress<ColorizationStep>? progress, CancellationToken cancellationToken)
        {
            OnSeed?.Invoke(options.Seed);
            cancellationToken.ThrowIfCancellationRequested();
#pragma warning disable CA2201 // Stands in for the runtime.
            if (options.Seed == Refused) throw new OutOfMemoryException();
#pragma warning restore CA2201
            progress?.Report(ColorizationStep.Prepare);
            Picture picture = new(drawing.Width, drawing.Height);
            Array.Fill(picture.Pixels, (byte)options.Seed);
            for (int i = 3; i < picture.Pixels.Length; i += 4) picture.Pixels[i] = 255;
            return new ColoredPicture(new ColorizationResult(picture, [new StepTime(ColorizationStep.Stage1, 2)], 1, 1, 0), "m", "cpu");
        }

        public void Dispose()
        {
        }
    }

    private sealed class Shares(List<double> shares) : IProgress<double>
    {
        public void Report(double value) => shares.Add(value);
    }
}
