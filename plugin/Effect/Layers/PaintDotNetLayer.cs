using PaintDotNet;
using PaintDotNet.Effects;

namespace PdnColorize.Effect.Layers;

/// <summary>A layer of Paint.NET's.</summary>
internal sealed class PaintDotNetLayer(IEffectLayerInfo layer) : ILayer
{
    public string Name { get; } = layer.Name;

    public bool Visible { get; } = layer.Visible;

    public double Opacity { get; } = layer.Opacity;

    public bool Multiplies { get; } = layer.BlendMode == LayerBlendMode.Multiply;

    public ILayerPixels Open() => new PaintDotNetPixels(layer.GetBitmapBgra32());
}
