using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;
using PdnColorize.Protocol.Pixels;

namespace PdnColorize.Client.Jobs;

/// <summary>A job's pictures in shared memory. Disposing it removes them, whether or not the daemon is done with them.</summary>
internal sealed class JobPixels : IDisposable
{
    private readonly ColorizeJob _job;
    private readonly List<IPixelMemory> _blocks = [];

    private JobPixels(ColorizeJob job) => _job = job;

    private int ByteCount => _job.LineArt.Length;

    /// <summary>Copies the drawing and the hints into shared memory, and makes room for the result.</summary>
    /// <exception cref="DaemonException">NoPixelMemory, UnsafeFolder.</exception>
    public static JobPixels Create(ColorizeJob job)
    {
        JobPixels pixels = new(job);
        try
        {
            pixels._blocks.Add(PixelMemory.Create(pixels.ByteCount));
            pixels._blocks.Add(Filled(job.LineArt));
            if (job.Hints is { } hints) pixels._blocks.Add(Filled(hints));
            return pixels;
        }
        catch
        {
            pixels.Dispose();
            throw;
        }
    }

    /// <summary>The request that names them.</summary>
    public ColorizeRequest ToRequest() => new()
    {
        RequestId = Guid.NewGuid().ToString("N"),
        DocumentId = _job.DocumentId,
        Result = Describe(_blocks[0]),
        LineArt = Describe(_blocks[1]),
        Hints = _blocks.Count > 2 ? Describe(_blocks[2]) : null,
        Settings = _job.Settings,
    };

    /// <summary>Copies the result out.</summary>
    /// <exception cref="DaemonException">PixelsUnavailable.</exception>
    public byte[] ReadResult()
    {
        byte[] result = GC.AllocateUninitializedArray<byte>(ByteCount);
        _blocks[0].Read(0, result);
        return result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (IPixelMemory block in _blocks) block.Dispose();
        _blocks.Clear();
    }

    private static IPixelMemory Filled(ReadOnlyMemory<byte> pixels)
    {
        IPixelMemory block = PixelMemory.Create(pixels.Length);
        try
        {
            block.Write(0, pixels.Span);
            return block;
        }
        catch
        {
            block.Dispose();
            throw;
        }
    }

    private PictureBuffer Describe(IPixelMemory block) => new()
    {
        Name = block.Name,
        Width = _job.Width,
        Height = _job.Height,
        Stride = _job.Width * PictureBuffer.BytesPerPixel,
    };
}
