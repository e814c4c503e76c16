using System.Diagnostics;
using PaintDotNet.Effects;
using PdnColorize.PaintDotNetHost.Documents;
using PdnColorize.PaintDotNetHost.Rendering;

namespace PdnColorize.PaintDotNetHost.Sessions;

/// <summary>The rendering that counts: after OK, and for Repeat. A new instance of the effect gets the settings and writes the active layer; when it is cancelled or fails, the layer stays as it is.</summary>
// The cancellation's source is not disposed: it holds nothing, and whoever cancels may be late.
#pragma warning disable CA1001
public sealed class EffectRun
#pragma warning restore CA1001
{
    private readonly EffectHost _host;
    private readonly Document _document;
    private readonly PropertyBasedEffectConfigToken _token;
    private readonly CancellationTokenSource _cancel = new();
    private readonly Thread _thread;
    private RenderStatus _status = RenderStatus.Failed;

    internal EffectRun(EffectHost host, Document document, PropertyBasedEffectConfigToken token)
    {
        _host = host;
        _document = document;
        _token = (PropertyBasedEffectConfigToken)token.Clone();
        _thread = new Thread(Run) { Name = "Host effect", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Waits for its end.</summary>
    /// <exception cref="TimeoutException">It did not end within the limit.</exception>
    public RenderStatus Wait(TimeSpan limit) => _thread.Join(limit) ? _status : throw new TimeoutException($"The effect did not end within {limit.TotalSeconds} s.");

    /// <summary>The Cancel button of the window with the progress bar.</summary>
    /// <returns>How long the effect took to end.</returns>
    public TimeSpan Cancel()
    {
        long began = Stopwatch.GetTimestamp();
        _host.Guard<object>("cancellation", () =>
        {
            _cancel.Cancel();
            return null;
        });
        if (!_thread.Join(_host.Options.Patience)) _host.Record("cancellation", new TimeoutException("The effect did not end after it was cancelled."));
        return Stopwatch.GetElapsedTime(began);
    }

    private void Run()
    {
        using EffectInstance? instance = EffectInstance.Create(_host, _document);
        if (instance is null) return;
        int layer = _document.ActiveLayerIndex;
        try
        {
            Frame? frame = instance.Renderer.Render(_token, _cancel.Token);
            if (frame is not null)
                _document.Layers[layer].Pixels = frame.Over(_document.Layers[layer].Pixels, instance.Area, instance.Renderer.Clips);
            _status = frame is null ? RenderStatus.Cancelled : RenderStatus.Completed;
        }
        catch (Exception e)
        {
            _host.Record("rendering", e);
        }
    }
}
