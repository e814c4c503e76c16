using System.Diagnostics;
using PaintDotNet.Effects;
using PdnColorize.PaintDotNetHost.Rendering;

namespace PdnColorize.PaintDotNetHost.Sessions;

/// <summary>Renders the preview on a thread of its own: the newest settings, one rendering after the other.</summary>
internal sealed class PreviewLoop
{
    private readonly EffectHost _host;
    private readonly EffectInstance _instance;
    private readonly byte[] _layer;
    private readonly Thread _thread;
    // Guards what follows.
    private readonly object _gate = new();
    private CancellationTokenSource? _running;
    private PropertyBasedEffectConfigToken? _next;
    private RenderStatus _status = RenderStatus.Cancelled;
    private byte[] _pixels;
    private bool _ending;

    public PreviewLoop(EffectHost host, EffectInstance instance, byte[] layer)
    {
        _host = host;
        _instance = instance;
        _layer = layer;
        _pixels = layer;
        _thread = new Thread(Run) { Name = "Host preview", IsBackground = true };
        _thread.Start();
    }

    public byte[] Pixels
    {
        get
        {
            lock (_gate) return _pixels;
        }
    }

    /// <summary>How long the effect took to end when the dialog was closed.</summary>
    public TimeSpan TimeToEnd { get; private set; }

    public bool HasFailed
    {
        get
        {
            lock (_gate) return _status == RenderStatus.Failed;
        }
    }

    /// <summary>Ends the rendering that is under way, without waiting for it, and has another follow.</summary>
    public void Begin(PropertyBasedEffectConfigToken token)
    {
        CancellationTokenSource? running;
        lock (_gate)
        {
            if (_ending) return;
            _next = token;
            running = _running;
            Monitor.PulseAll(_gate);
        }

        Cancel(running);
    }

    /// <summary>Waits until nothing is under way.</summary>
    /// <exception cref="TimeoutException">The limit has passed.</exception>
    public RenderStatus Wait(TimeSpan limit)
    {
        long began = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            while (_running is not null || _next is not null)
            {
                TimeSpan left = limit - Stopwatch.GetElapsedTime(began);
                if (left <= TimeSpan.Zero || !Monitor.Wait(_gate, left)) throw new TimeoutException($"The preview did not end within {limit.TotalSeconds} s.");
            }

            return _status;
        }
    }

    /// <summary>Ends what is under way, and the thread. The effect is left to the caller to dispose.</summary>
    public void End()
    {
        long began = Stopwatch.GetTimestamp();
        CancellationTokenSource? running;
        lock (_gate)
        {
            _ending = true;
            _next = null;
            running = _running;
            Monitor.PulseAll(_gate);
        }

        Cancel(running);
        if (!_thread.Join(_host.Options.Patience)) _host.Record("cancellation", new TimeoutException("The effect did not end after it was cancelled."));
        TimeToEnd = Stopwatch.GetElapsedTime(began);
    }

    // Outside of the gate: the effect may have asked to be told, and may take its time.
    private void Cancel(CancellationTokenSource? running) => _host.Guard<object>("cancellation", () =>
    {
        running?.Cancel();
        return null;
    });

    private void Run()
    {
        while (true)
        {
            PropertyBasedEffectConfigToken token;
            // Not disposed: whoever cancels it may be late.
            CancellationTokenSource cancel = new();
            lock (_gate)
            {
                while (_next is null && !_ending) Monitor.Wait(_gate);
                if (_ending) return;
                token = _next!;
                _next = null;
                _running = cancel;
            }

            (RenderStatus status, byte[]? pixels) = Render(token, cancel.Token);
            lock (_gate)
            {
                _running = null;
                _status = status;
                _pixels = pixels ?? _pixels;
                // Paint.NET closes the dialog of an effect that failed.
                if (status == RenderStatus.Failed) (_ending, _next) = (true, null);
                Monitor.PulseAll(_gate);
            }
        }
    }

    private (RenderStatus Status, byte[]? Pixels) Render(PropertyBasedEffectConfigToken token, CancellationToken cancellationToken)
    {
        try
        {
            Frame? frame = _instance.Renderer.Render(token, cancellationToken);
            return frame is null ? (RenderStatus.Cancelled, null) : (RenderStatus.Completed, frame.Over(_layer, _instance.Area, _instance.Renderer.Clips));
        }
        catch (Exception e)
        {
            _host.Record("preview", e);
            return (RenderStatus.Failed, null);
        }
    }
}
