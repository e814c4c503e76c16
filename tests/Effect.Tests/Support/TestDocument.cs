using PdnColorize.Effect.Layers;

namespace PdnColorize.Effect.Tests.Support;

/// <summary>A document in memory.</summary>
internal sealed class TestDocument(int activeLayer, params TestLayer[] layers) : IDocument
{
    public PixelArea Area { get; init; } = new(0, 0, layers[0].Width, layers[0].Height);

    public PixelArea Selection { get; init; } = new(0, 0, layers[0].Width, layers[0].Height);

    public IReadOnlyList<ILayer> Layers => layers;

    public int ActiveLayer { get; } = activeLayer;
}
