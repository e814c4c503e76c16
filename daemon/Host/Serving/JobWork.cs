using PdnColorize.Colorization;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Host.Engine;
using PdnColorize.Protocol.Messages;
using PdnColorize.Protocol.Pixels;

namespace PdnColorize.Host.Serving;

/// <summary>The work of one job: reads its pixels, colours them, writes the result where the caller wants it.</summary>
internal sealed class JobWork(DaemonServices services, ColorizeRequest request, ProgressRelay relay, long arrived) : IProgress<ColorizeStage>
{
    private readonly List<byte[]> _arrays = [];

    /// <summary>Does it; once.</summary>
    public ColorizeResponse Run(CancellationToken cancellationToken)
    {
        try
        {
            ColorizeResponse response = Color(cancellationToken);
            ReturnArrays();
            return response;
        }
        catch (OperationCanceledException)
        {
            // The next drawing of the same size is on its way, most likely.
            ReturnArrays();
            throw;
        }
        catch (Exception e)
        {
            _arrays.Clear();
            if (MemoryErrors.IsOutOfMemory(e)) services.Arrays.Clear();
            else services.Arrays.Forget();
            throw;
        }
    }

    /// <summary>Told by the engine.</summary>
    public void Report(ColorizeStage value) => relay.Report(new ColorizeProgress { Stage = value, Fraction = StageFractions.At(value) });

    private ColorizeResponse Color(CancellationToken cancellationToken)
    {
        Picture drawing = Read(request.LineArt, cancellationToken);
        Picture? hints = request.Hints is null ? null : Read(request.Hints, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        EngineRequest engineRequest = new(drawing, hints, RequestChecks.ReadOptions(request.Settings), request.Settings.Model, NewPicture(request.Result));
        EngineAnswer answer = services.Engine.Colorize(engineRequest, this, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();

        Report(ColorizeStage.Write);
        PictureLayout.Write(request.Result, answer.Result.Picture.Pixels, cancellationToken);
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

    private Picture Read(PictureBuffer buffer, CancellationToken cancellationToken)
    {
        Picture picture = NewPicture(buffer);
        PictureLayout.Read(buffer, picture.Pixels, cancellationToken);
        return picture;
    }

    /// <summary>A picture that holds anything. Its size was checked when the request came.</summary>
    private Picture NewPicture(PictureBuffer buffer)
    {
        byte[] pixels = services.Arrays.Rent(buffer.Width * buffer.Height * PictureBuffer.BytesPerPixel);
        _arrays.Add(pixels);
        return new Picture(buffer.Width, buffer.Height, pixels);
    }

    private void ReturnArrays()
    {
        foreach (byte[] array in _arrays) services.Arrays.Return(array);
        _arrays.Clear();
    }
}
