using System.Runtime.ExceptionServices;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;
using PdnColorize.Protocol.Pixels;

namespace PdnColorize.Client.Jobs;

/// <summary>A job's pictures in shared memory. Disposing it removes them, whether or not the daemon is done with them; when it is, large ones are kept for the next job.</summary>
internal sealed class JobPixels : IAsyncDisposable
{
    /// <summary>The smallest page of any machine that this runs on.</summary>
    private const int PageBytes = 4096;

    private readonly ColorizeJob _job;
    private readonly List<IPixelMemory> _blocks = [];
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _disposed = new();

    /// <summary>The caller's array for the result; null before it was begun.</summary>
    private Task<byte[]>? _result;

    private readonly SparePixels _spare;
    private readonly Func<int, byte[]> _allocate;
    private bool _mayBeUsedAgain;

    private JobPixels(ColorizeJob job, SparePixels spare, Func<int, byte[]> allocate)
    {
        _job = job;
        _spare = spare;
        _allocate = allocate;
    }

    private int ByteCount => _job.LineArt.Length;

    /// <summary>Copies the drawing and the hints into shared memory, and makes room for the result.</summary>
    /// <param name="job">The pictures.</param>
    /// <param name="spare">Memory of earlier jobs.</param>
    /// <param name="allocate">Gets memory for the result; null for the machine's own.</param>
    /// <exception cref="DaemonException">NoPixelMemory, UnsafeFolder.</exception>
    public static JobPixels Create(ColorizeJob job, SparePixels spare, Func<int, byte[]>? allocate = null)
    {
        JobPixels pixels = new(job, spare, allocate ?? (length => GC.AllocateUninitializedArray<byte>(length)));
        try
        {
            pixels._blocks.Add(spare.Rent(pixels.ByteCount));
            pixels._blocks.Add(spare.Rent(pixels.ByteCount));
            if (!job.Hints.IsEmpty) pixels._blocks.Add(spare.Rent(pixels.ByteCount));
            pixels.WriteInputs();
            return pixels;
        }
        catch
        {
            pixels.RemoveBlocks();
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

    /// <summary>
    /// Begins, in the background, to get the memory that the result goes through and to. The machine takes several times as long to hand out fresh memory as to copy pixels into it; so that
    /// passes while the daemon colours. May be called again, at any time, from any thread.
    /// </summary>
    public void PrepareResult()
    {
        lock (_lock)
        {
            if (!_disposed.IsCancellationRequested) _result ??= Task.Run(PrepareMemory);
        }
    }

    /// <summary>To be called when no daemon uses the blocks any more: all that were given this job have answered. The next job may then have them.</summary>
    public void AllowFurtherUse() => _mayBeUsedAgain = true;

    /// <summary>Copies the result out, into an array of the caller's own.</summary>
    /// <exception cref="DaemonException">PixelsUnavailable; NoPixelMemory.</exception>
    public async Task<byte[]> ReadResultAsync()
    {
        Task<byte[]> prepared;
        // A daemon that told nothing of the job has written already: there is nothing to prepare.
        lock (_lock) prepared = _result ??= Task.FromResult(Allocate());
        byte[] result = await prepared.ConfigureAwait(false);
        await Task.Run(() => _blocks[0].Read(0, result)).ConfigureAwait(false);
        return result;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Task? prepared;
        lock (_lock)
        {
            _disposed.Cancel();
            prepared = _result;
        }

        // It touches what is about to be removed.
        if (prepared is not null) await prepared.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        RemoveBlocks();
        _disposed.Dispose();
    }

    private byte[] PrepareMemory()
    {
        byte[] result = Allocate();
        for (int i = 0; i < result.Length && !_disposed.IsCancellationRequested; i += PageBytes) result[i] = 0;
        _blocks[0].Prepare(_disposed.Token);
        return result;
    }

    private byte[] Allocate()
    {
        try
        {
            return _allocate(ByteCount);
        }
        catch (OutOfMemoryException e)
        {
            throw new DaemonException(DaemonErrorCode.NoPixelMemory, e);
        }
    }

    private void RemoveBlocks()
    {
        foreach (IPixelMemory block in _blocks)
        {
            if (_mayBeUsedAgain) _spare.Return(block);
            else block.Dispose();
        }

        _blocks.Clear();
    }

    /// <summary>Copies drawing and hints, at the same time: on Linux only one core can write to a block.</summary>
    private void WriteInputs()
    {
        try
        {
            Parallel.For(1, _blocks.Count, i => _blocks[i].Write(0, (i == 1 ? _job.LineArt : _job.Hints).Span));
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
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
