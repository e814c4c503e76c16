using System.Diagnostics;
using PdnColorize.Colorization;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Host.Coloring;

namespace PdnColorize.Host.Batch;

/// <summary>Colours pictures one after the other; a bad one is reported and skipped.</summary>
internal sealed class BatchRunner(IPictureColorizer colorizer, ColorizationOptions options)
{
    private const int Decimals = 1;

    private static readonly int StepCount = Enum.GetValues<ColorizationStep>().Length;

    /// <summary>Colours one picture. Failures of the picture become a report; cancelling throws.</summary>
    /// <param name="job">The picture.</param>
    /// <param name="progress">Told what share of it is done.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="OperationCanceledException">Cancelled; nothing half-written is left.</exception>
    public PictureReport Run(PictureJob job, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        try
        {
            return Colorize(job, progress, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failure failure = Failure.From(e);
            return new PictureReport
            {
                Input = job.Input,
                Ok = false,
                Error = new PictureError(failure.ExitCode, failure.Kind, failure.Message),
            };
        }
    }

    private PictureReport Colorize(PictureJob job, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        Picture drawing = PictureFile.Read(job.Input, PictureLimits.CommandLine);
        Picture? hints = job.Hints is null ? null : PictureFile.Read(job.Hints, PictureLimits.CommandLine);
        Dictionary<string, double> milliseconds = new() { ["decode"] = Since(start) };

        IReadOnlyList<string> files = job.Results;
        List<Picture> shown = [];
        ColoredPicture? colored = null;
        for (int i = 0; i < files.Count; i++)
        {
            // The pixels of the guess before would be in the way of the next one.
            colored = null;
            Steps? steps = progress is null ? null : new Steps(progress, i, files.Count);
            colored = colorizer.Colorize(drawing, hints, options with { Seed = options.Seed + i }, steps, cancellationToken);
            foreach (StepTime time in colored.Result.Times) Add(Name(time.Step), time.Milliseconds);
            long encode = Stopwatch.GetTimestamp();
            PictureFile.Write(files[i], colored.Result.Picture);
            if (job.Sheet is not null) shown.Add(ContactSheet.Shrink(colored.Result.Picture));
            Add("encode", Since(encode));
        }

        if (job.Sheet is { } sheet) PictureFile.Write(sheet, ContactSheet.Arrange(shown));
        milliseconds["total"] = Since(start);
        ColorizationResult result = colored!.Result;
        return new PictureReport
        {
            Input = job.Input,
            Output = job.Sheet ?? job.Output,
            Guesses = job.Sheet is null ? null : [.. files.Select((file, i) => new GuessReport(options.Seed + i, file))],
            Hints = job.Hints,
            Ok = true,
            Width = drawing.Width,
            Height = drawing.Height,
            HintCount = result.HintCount,
            RegionCount = result.RegionCount,
            LineWidth = Math.Round(result.LineWidth, Decimals),
            Model = colored.Model,
            Device = colored.Device,
            Milliseconds = milliseconds,
        };

        void Add(string step, double time) => milliseconds[step] = Math.Round(milliseconds.GetValueOrDefault(step) + time, Decimals);
    }

    private static string Name(ColorizationStep step) => step.ToString().ToLowerInvariant();

    private static double Since(long timestamp) => Math.Round(Stopwatch.GetElapsedTime(timestamp).TotalMilliseconds, Decimals);

    /// <summary>Turns the steps of one of several guesses into a share of them all.</summary>
    private sealed class Steps(IProgress<double> progress, int guess, int guesses) : IProgress<ColorizationStep>
    {
        public void Report(ColorizationStep value) => progress.Report((guess + ((double)value / StepCount)) / guesses);
    }
}
