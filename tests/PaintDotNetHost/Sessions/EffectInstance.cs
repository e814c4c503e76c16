using PaintDotNet.Effects;
using PdnColorize.PaintDotNetHost.Documents;
using PdnColorize.PaintDotNetHost.Rendering;
using PdnColorize.PaintDotNetHost.Surroundings;

namespace PdnColorize.PaintDotNetHost.Sessions;

/// <summary>An effect with what it works on. Its surroundings are there only after its constructor has ended.</summary>
internal sealed class EffectInstance : IDisposable
{
    private readonly EffectHost _host;
    private readonly EffectEnvironment _environment;
    private bool _disposed;

    private EffectInstance(EffectHost host, BitmapEffect effect, Document document)
    {
        _host = host;
        Effect = effect;
        Area = document.Selection.In(document.Size);
        _environment = new EffectEnvironment(document, Area);
        effect.Attach(host.Services, _environment);
        Renderer = new EffectRenderer(effect, Area, _environment.Ledger, host.Options.RenderThreads);
    }

    public BitmapEffect Effect { get; }

    public SelectedArea Area { get; }

    public EffectRenderer Renderer { get; }

    /// <summary>Creates one; null when its constructor failed, which is recorded.</summary>
    public static EffectInstance? Create(EffectHost host, Document document) =>
        host.Guard("constructor", () => host.Ui.Invoke(() => new EffectInstance(host, host.Construct(), document)));

    /// <summary>Ends it, and records what it did to things that are not its own.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _host.Guard<object>("OnDispose", () => _host.Ui.Invoke<object?>(() =>
        {
            Effect.Dispose();
            return null;
        }));
        foreach (string layer in _environment.LayersWrittenTo)
            _host.Record("input", new InvalidOperationException($"The effect wrote to the layer '{layer}', which it may only read."));
        if (_environment.Ledger.OpenLocks > 0) _host.Record("locks", new InvalidOperationException($"{_environment.Ledger.OpenLocks} locks of pixels were not disposed."));
        if (_environment.Ledger.OpenBitmaps > 0) _host.Record("bitmaps", new InvalidOperationException($"{_environment.Ledger.OpenBitmaps} bitmaps were not disposed."));
        _environment.Dispose();
    }
}
