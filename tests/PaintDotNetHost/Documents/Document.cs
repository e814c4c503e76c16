using PaintDotNet.Rendering;

namespace PdnColorize.PaintDotNetHost.Documents;

/// <summary>A picture in layers, one of which is active, and what is selected of it.</summary>
public sealed class Document
{
    private readonly List<Layer> _layers = [];

    public Document(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        Size = new SizeInt32(width, height);
    }

    public SizeInt32 Size { get; }

    /// <summary>From the lowest to the highest.</summary>
    public IReadOnlyList<Layer> Layers => _layers;

    /// <summary>The number of the layer that effects write to.</summary>
    public int ActiveLayerIndex { get; set; }

    public Layer ActiveLayer => _layers[ActiveLayerIndex];

    public Selection Selection { get; set; } = Selection.Everything;

    /// <summary>Bytes of a layer.</summary>
    internal int ByteCount => checked((int)(Size.Area * 4));

    /// <summary>Puts a layer on top of all others.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="pixels">See <see cref="Layer.Pixels"/>; null for a transparent one.</param>
    /// <exception cref="ArgumentException">The pixels do not have the document's size.</exception>
    public Layer AddLayer(string name, byte[]? pixels = null)
    {
        pixels ??= new byte[ByteCount];
        if (pixels.Length != ByteCount) throw new ArgumentException($"A layer of {Size} takes {ByteCount} bytes, not {pixels.Length}.", nameof(pixels));
        Layer layer = new(name, pixels);
        _layers.Add(layer);
        return layer;
    }

    /// <summary>The highest layer of a name becomes active.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Activate(string layerName)
    {
        int index = _layers.FindLastIndex(layer => layer.Name == layerName);
        if (index >= 0) ActiveLayerIndex = index;
        return index >= 0;
    }

    /// <summary>What the user sees: all visible layers together; in the form of <see cref="Layer.Pixels"/>.</summary>
    public byte[] Flatten()
    {
        byte[] flat = new byte[ByteCount];
        foreach (Layer layer in _layers.Where(layer => layer.Visible)) Blending.Over(flat, layer);
        return flat;
    }
}
