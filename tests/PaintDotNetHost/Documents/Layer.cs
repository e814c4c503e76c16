using PaintDotNet;

namespace PdnColorize.PaintDotNetHost.Documents;

/// <summary>A layer, as large as its document.</summary>
public sealed class Layer
{
    /// <param name="name">Shown to the user; not necessarily the only one of this name.</param>
    /// <param name="pixels">Blue, green, red, alpha, each 0..255, alpha not multiplied in; rows from the top, no padding.</param>
    public Layer(string name, byte[] pixels)
    {
        Name = name;
        Pixels = pixels;
    }

    public string Name { get; set; }

    public bool Visible { get; set; } = true;

    /// <summary>0..1.</summary>
    public float Opacity { get; set; } = 1;

    public LayerBlendMode BlendMode { get; set; }

    /// <summary>Blue, green, red, alpha, each 0..255, alpha not multiplied in; rows from the top, no padding.</summary>
    public byte[] Pixels { get; internal set; }
}
