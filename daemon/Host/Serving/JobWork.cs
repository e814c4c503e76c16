using PdnColorize.Colorization.Pictures;
using PdnColorize.Host.Engine;
using PdnColorize.Protocol.Messages;
using PdnColorize.Protocol.Pixels;

namespace PdnColorize.Host.Serving;

/// <summary>The work of one job: reads its pixels, colours them, writes the result where the caller wants it.</summary>
internal sealed class JobWork(DaemonServices services, ColorizeRequest request, ProgressRelay relay, long arrived) : IProgress<ColorizeStage>
{
    /// <summary>Does it.</summary>
    public ColorizeResponse Run(CancellationToken cancellationToken)
    {
        Picture drawing = Read(request.LineArt);
        Picture? hints = request.Hints is null ? null : Read(request.Hints);
        cancellationToken.ThrowIfCancellationRequested();
        EngineRequest engineRequest = new(drawing, hints, RequestChecks.ReadOptions(request.Settings), request.Settings.Model);
        EngineAnswer answer = services.Engine.Colorize(engineRequest, this, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();

        Report(ColorizeStage.Write);
        PictureLayout.Write(request.Result, answer.Result.Picture.Pixels);
        return new ColorizeResponse
        {
            Model = answer.Model,
            Device = answer.Device,
            LineWidth = answer.Result.LineWidth,
            RegionCount = answer.Result.RegionCount,
            HintCount = answer.Result.HintCount,
            Times = [.. answer.Result.Times.Select(time => new StageTime { Stage = StageNames.Of(time.Step), Milliseconds = time.Milliseconds })],
            TotalMilliseconds = services.Time.GetElapsedTime(arrived).TotalMilliseconds,
        };
    }

    /// <summary>Told by the engine.</summary>
    public void Report(ColorizeStage value) => relay.Report(new ColorizeProgress { Stage = value, Fraction = StageFractions.At(value) });

    private static Picture Read(PictureBuffer buffer)
    {
        // Filled entirely: clearing it first would take as long again. Its size was checked when the request came.
        byte[] pixels = GC.AllocateUninitializedArray<byte>(buffer.Width * buffer.Height * PictureBuffer.BytesPerPixel);
        PictureLayout.Read(buffer, pixels);
        return new Picture(buffer.Width, buffer.Height, pixels);
    }
}
