using PaintDotNet;
using PaintDotNet.ComponentModel;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;
using PdnColorize.PaintDotNetHost.Documents;

namespace PdnColorize.PaintDotNetHost.Surroundings;

/// <summary>A layer as an effect sees it: as it was when the effect began.</summary>
internal sealed class LayerInfo : RefTrackedObject, IBitmapEffectLayerInfo
{
    private readonly byte[] _pixels;
    private readonly Lazy<PixelStore> _store;
    private readonly Ledger _ledger;

    public LayerInfo(Layer layer, SizeInt32 size, Ledger ledger)
    {
        (Name, Visible, Opacity, BlendMode) = (layer.Name, layer.Visible, layer.Opacity, layer.BlendMode);
        _pixels = layer.Pixels;
        _store = new Lazy<PixelStore>(() => new PixelStore(size, 4, _pixels));
        _ledger = ledger;
    }

    public string Name { get; }

    public bool Visible { get; }

    public float Opacity { get; }

    public LayerBlendMode BlendMode { get; }

    /// <summary>Whether the effect wrote where it may only read.</summary>
    public bool WasWrittenTo => _store.IsValueCreated && !(_store.Value.AreGapsIntact && _store.Value.Holds(_pixels));

    public IEffectInputBitmap GetBitmap(in PixelFormat pixelFormat)
    {
        _ledger.CheckOpen();
        if (pixelFormat != PixelFormats.Bgra32) throw new NotSupportedException($"The test host has layers in Bgra32 alone, not in {pixelFormat.GetName()}.");
        return new InputBitmap<ColorBgra32>(_store.Value, _ledger);
    }
}
