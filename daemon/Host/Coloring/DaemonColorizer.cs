using System.Runtime.InteropServices;
using PdnColorize.Client;
using PdnColorize.Client.Jobs;
using PdnColorize.Colorization;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Protocol;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.Host.Coloring;

/// <summary>Has the daemon colour, which is started if there is none.</summary>
/// <param name="client">The connection to it; disposed with this.</param>
/// <param name="model">Name of an installed model.</param>
internal sealed class DaemonColorizer(DaemonClient client, string model) : IPictureColorizer
{
    /// <summary>While others keep the daemon busy, a batch waits rather than fails.</summary>
    private static readonly TimeSpan BusyPause = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan LongestBusy = TimeSpan.FromMinutes(5);

    public ColoredPicture Colorize(
        Picture drawing, Picture? hints, ColorizationOptions options, IProgress<ColorizationStep>? progress, CancellationToken cancellationToken)
    {
        ColorizeJob job = new()
        {
            Width = drawing.Width,
            Height = drawing.Height,
            LineArt = drawing.Pixels,
            Hints = hints?.Pixels,
            Settings = new ColorizeSettings
            {
                Model = model,
                Result = Enum.Parse<Protocol.Messages.ResultKind>(options.Result.ToString()),
                Reach = Enum.Parse<Protocol.Messages.HintReach>(options.Reach.ToString()),
                LineWidth = options.LineArt.LineWidth,
                Seed = options.Seed,
            },
        };
        ColorizedPicture picture = CallAsync(job, progress is null ? null : new Steps(progress), cancellationToken).GetAwaiter().GetResult();
        return ToColored(picture);
    }

    public void Dispose() => client.Dispose();

    /// <summary>Refuses a daemon that would skip the seed in silence: one that still runs after an update, say.</summary>
    /// <exception cref="DaemonException">DaemonTooOld.</exception>
    internal static void RequireSeed(HelloResponse daemon)
    {
        if (daemon.Capabilities.Contains(DaemonCapabilities.Seed)) return;
        throw new DaemonException(DaemonErrorCode.DaemonTooOld, ("daemon", daemon.Protocol.ToString()), ("caller", ProtocolVersion.Current.ToString()));
    }

    private async Task<ColorizedPicture> CallAsync(ColorizeJob job, IProgress<ColorizeProgress>? progress, CancellationToken cancellationToken)
    {
        long until = Environment.TickCount64 + (long)LongestBusy.TotalMilliseconds;
        while (true)
        {
            try
            {
                if (job.Settings.Seed != 0) RequireSeed(await client.ConnectAsync(cancellationToken));
                return await client.ColorizeAsync(job, progress, cancellationToken);
            }
            catch (DaemonException e) when (e.Code == DaemonErrorCode.Busy && Environment.TickCount64 < until)
            {
                await Task.Delay(BusyPause, cancellationToken);
            }
        }
    }

    private static ColoredPicture ToColored(ColorizedPicture picture)
    {
        ColorizeResponse details = picture.Details;
        byte[] pixels = MemoryMarshal.TryGetArray(picture.Pixels, out ArraySegment<byte> whole) && whole.Count == whole.Array!.Length
            ? whole.Array
            : picture.Pixels.ToArray();
        StepTime[] times =
        [
            .. details.Times
                .Where(time => Enum.IsDefined(typeof(ColorizationStep), time.Stage.ToString()))
                .Select(time => new StepTime(Enum.Parse<ColorizationStep>(time.Stage.ToString()), time.Milliseconds)),
        ];
        ColorizationResult result = new(new Picture(picture.Width, picture.Height, pixels), times, details.LineWidth, details.RegionCount, details.HintCount);
        return new ColoredPicture(result, details.Model, details.Device);
    }

    private sealed class Steps(IProgress<ColorizationStep> progress) : IProgress<ColorizeProgress>
    {
        public void Report(ColorizeProgress value)
        {
            if (Enum.TryParse(value.Stage.ToString(), out ColorizationStep step)) progress.Report(step);
        }
    }
}
