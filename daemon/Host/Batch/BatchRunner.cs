using System.Diagnostics;
using PdnColorize.Colorization;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Host.Coloring;

namespace PdnColorize.Host.Batch;

/// <summary>Colours pictures one after the other; a bad one is reported and skipped.</summary>
internal sealed class BatchRunner(IPictureColorizer colorizer, ColorizationOptions options)
{
    private const int Decimals = 1;

    /// <summary>Colours one picture. Failures of the picture become a report; cancelling throws.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; nothing half-written is left.</exception>
    public PictureReport Run(PictureJob job, IProgress<ColorizationStep>? progress, CancellationToken cancellationToken)
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

    private PictureReport Colorize(PictureJob job, IProgress<ColorizationStep>? progress, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        Picture drawing = PictureFile.Read(job.Input, PictureLimits.CommandLine);
        Picture? hints = job.Hints is null ? null : PictureFile.Read(job.Hints, PictureLimits.CommandLine);
        Dictionary<string, double> milliseconds = new() { ["decode"] = Since(start) };

        ColoredPicture colored = colorizer.Colorize(drawing, hints, options, progress, cancellationToken);
        ColorizationResult result = colored.Result;
        foreach (StepTime time in result.Times) milliseconds[Name(time.Step)] = Math.Round(time.Milliseconds, Decimals);

        long encode = Stopwatch.GetTimestamp();
        PictureFile.Write(job.Output, result.Picture);
        milliseconds["encode"] = Since(encode);
        milliseconds["total"] = Since(start);
        return new PictureReport
        {
            Input = job.Input,
            Output = job.Output,
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
    }

    private static string Name(ColorizationStep step) => step.ToString().ToLowerInvariant();

    private static double Since(long timestamp) => Math.Round(Stopwatch.GetElapsedTime(timestamp).TotalMilliseconds, Decimals);
}
