using PaintDotNet.ComponentModel;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;
using PdnColorize.PaintDotNetHost.Documents;

namespace PdnColorize.PaintDotNetHost.Surroundings;

/// <summary>What is selected, as an effect sees it.</summary>
internal sealed class SelectionInfo : RefTrackedObject, IBitmapEffectSelectionInfo
{
    private readonly SelectedArea _area;
    private readonly Lazy<PixelStore> _mask;
    private readonly Ledger _ledger;

    public SelectionInfo(SelectedArea area, Ledger ledger)
    {
        _area = area;
        _mask = new Lazy<PixelStore>(() => new PixelStore(area.Size, 1, area.ToMask()));
        _ledger = ledger;
    }

    public IEffectInputBitmap<ColorAlpha8> MaskBitmap
    {
        get
        {
            _ledger.CheckOpen();
            return new InputBitmap<ColorAlpha8>(_mask.Value, _ledger);
        }
    }

    public RectInt32 RenderBounds => _area.Bounds;

    public IReadOnlyList<RectInt32> RenderScans => _area.Scans;
}
