using PaintDotNet.ComponentModel;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;
using PdnColorize.PaintDotNetHost.Documents;

namespace PdnColorize.PaintDotNetHost.Surroundings;

/// <summary>A document as an effect sees it: as it was when the effect began.</summary>
internal sealed class DocumentInfo : RefTrackedObject, IBitmapEffectDocumentInfo
{
    private readonly Lazy<PixelStore> _composition;
    private readonly Ledger _ledger;

    public DocumentInfo(Document document, Ledger ledger)
    {
        Size = document.Size;
        Layers = [.. document.Layers.Select(layer => new LayerInfo(layer, document.Size, ledger))];
        _composition = new Lazy<PixelStore>(() => new PixelStore(document.Size, 4, document.Flatten()));
        _ledger = ledger;
    }

    public IReadOnlyList<LayerInfo> Layers { get; }

    IReadOnlyList<IBitmapEffectLayerInfo> IBitmapEffectDocumentInfo.Layers => Layers;

    IReadOnlyList<IEffectLayerInfo> IEffectDocumentInfo.Layers => Layers;

    public IColorContext ColorContext => throw new NotSupportedException("The test host has no colour profiles.");

    public PixelFormat PixelFormat => PixelFormats.Bgra32;

    public SizeInt32 Size { get; }

    public IEffectInputBitmap GetBitmap(in PixelFormat pixelFormat)
    {
        _ledger.CheckOpen();
        if (pixelFormat != PixelFormats.Bgra32) throw new NotSupportedException($"The test host has documents in Bgra32 alone, not in {pixelFormat.GetName()}.");
        return new InputBitmap<ColorBgra32>(_composition.Value, _ledger);
    }
}
