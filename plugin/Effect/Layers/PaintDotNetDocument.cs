using PaintDotNet.Effects;
using PaintDotNet.Rendering;

namespace PdnColorize.Effect.Layers;

/// <summary>The document that Paint.NET runs the effect on. Paint.NET owns what this looks at; nothing here needs to be disposed.</summary>
internal sealed class PaintDotNetDocument : IDocument
{
    private readonly PaintDotNetLayer[] _layers;

    public PaintDotNetDocument(IBitmapEffectEnvironment environment)
    {
        IBitmapEffectDocumentInfo document = environment.Document;
        SizeInt32 size = document.Size;
        RectInt32 selection = environment.Selection.RenderBounds;
        _layers = [.. document.Layers.Select(layer => new PaintDotNetLayer(layer))];
        Area = new PixelArea(0, 0, size.Width, size.Height);
        Selection = new PixelArea(selection.X, selection.Y, selection.Width, selection.Height);
        ActiveLayer = environment.SourceLayerIndex;
    }

    public PixelArea Area { get; }

    public PixelArea Selection { get; }

    public IReadOnlyList<ILayer> Layers => _layers;

    public int ActiveLayer { get; }
}
