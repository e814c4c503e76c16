using System.Text;
using PdnColorize.Host.Serving;

namespace PdnColorize.DaemonTests.Support;

/// <summary>
/// The daemon's end of a connection without a pipe: hands out frames, one a read, as long as each ends where the next begins, then ends. What the daemon writes is counted.
/// </summary>
internal sealed class ScriptedStream(IEnumerator<byte[]> frames, int mostFrames, bool sayHello) : AsynchronousStream
{
    // Where frames end, as the daemon sees it; it has to end the connection by itself where this throws.
    private readonly FrameGuard _boundaries = new(int.MaxValue);
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ReadOnlyMemory<byte> _left = sayHello ? Frames.Of(Frames.Hello) : default;
    private bool _isLast;

    /// <summary>Frames handed out, without the hello before them.</summary>
    public int Sent { get; private set; }

    /// <summary>Answers that came.</summary>
    public int Answers { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // As callers do: what a greeted connection may send is more.
        if (_left.IsEmpty && sayHello && Sent == 0) await _answered.Task.WaitAsync(RunningDaemon.Patience, cancellationToken);
        if (_left.IsEmpty && !TryNext()) return 0;
        int count = Math.Min(buffer.Length, _left.Length);
        _left[..count].CopyTo(buffer);
        _left = _left[count..];
        return count;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Encoding.UTF8.GetString(buffer.Span).Contains("\"jsonrpc\"", StringComparison.Ordinal)) Answers++;
        _answered.TrySetResult();
        return ValueTask.CompletedTask;
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private bool TryNext()
    {
        if (_isLast || Sent == mostFrames) return false;
        frames.MoveNext();
        _left = frames.Current;
        Sent++;
        try
        {
            _boundaries.Advance(_left.Span);
            // What came next would be taken for the rest of it.
            _isLast = _boundaries.IsInsideFrame;
        }
        catch (IOException)
        {
            _isLast = true;
        }

        return !_left.IsEmpty || TryNext();
    }
}
