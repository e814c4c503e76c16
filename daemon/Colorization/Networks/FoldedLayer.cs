using static TorchSharp.torch;

namespace PdnColorize.Colorization.Networks;

/// <summary>A layer of <see cref="FoldedUNet"/>; owns its weights.</summary>
internal abstract class FoldedLayer(Tensor weight, Tensor bias) : IDisposable
{
    protected Tensor Weight { get; } = weight.DetachFromDisposeScope();

    protected Tensor Bias { get; } = bias.DetachFromDisposeScope();

    /// <summary>Runs the layer on a channels-last tensor; the result belongs to the current dispose scope.</summary>
    public abstract Tensor Run(Tensor input);

    public void Dispose()
    {
        Weight.Dispose();
        Bias.Dispose();
    }
}
