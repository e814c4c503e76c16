using PaintDotNet.ComponentModel;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PdnColorize.PaintDotNetHost.Documents;

namespace PdnColorize.PaintDotNetHost.Surroundings;

/// <summary>What an effect works on. Of no use any more once the effect is disposed.</summary>
internal sealed class EffectEnvironment : RefTrackedObject, IBitmapEffectEnvironment
{
    private readonly DocumentInfo _document;
    private readonly SelectionInfo _selection;

    public EffectEnvironment(Document document, SelectedArea area)
    {
        _document = new DocumentInfo(document, Ledger);
        _selection = new SelectionInfo(area, Ledger);
        SourceLayerIndex = document.ActiveLayerIndex;
    }

    public Ledger Ledger { get; } = new();

    public float BrushSize => 2;

    public int SourceLayerIndex { get; }

    public IBitmapEffectDocumentInfo Document => Open(_document);

    IEffectDocumentInfo IEffectEnvironment.Document => Open(_document);

    public IBitmapEffectSelectionInfo Selection => Open(_selection);

    IEffectSelectionInfo IEffectEnvironment.Selection => Open(_selection);

    public IImagingFactory ImagingFactory => throw new NotSupportedException("The test host makes no bitmaps.");

    /// <summary>Names of layers that the effect wrote to though it may only read them.</summary>
    public IEnumerable<string> LayersWrittenTo => _document.Layers.Where(layer => layer.WasWrittenTo).Select(layer => layer.Name);

    protected override void Dispose(bool disposing)
    {
        Ledger.Close();
        base.Dispose(disposing);
    }

    private T Open<T>(T part)
    {
        Ledger.CheckOpen();
        return part;
    }
}
