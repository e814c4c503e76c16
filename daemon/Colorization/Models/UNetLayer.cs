namespace PdnColorize.Colorization.Models;

/// <summary>One convolution of the U-Net.</summary>
/// <param name="Name">The article's name, for instance "c0" or "dc8"; prefix of its weight and bias.</param>
/// <param name="InputChannels">Channels in; for a layer on a concatenation, of both parts together.</param>
/// <param name="OutputChannels">Channels out.</param>
/// <param name="KernelSize">3 (stride 1) or 4 (stride 2); padding is 1 for both.</param>
/// <param name="IsTransposed">Whether it doubles the size; then the weight's layout is in, out, height, width.</param>
/// <param name="NormName">The batch normalisation behind it, for instance "bnc0"; null for the last layer, which is linear.</param>
public sealed record UNetLayer(
    string Name,
    int InputChannels,
    int OutputChannels,
    int KernelSize,
    bool IsTransposed,
    string? NormName)
{
    /// <summary>1 for kernels of 3, 2 for kernels of 4.</summary>
    public int Stride => KernelSize == 4 ? 2 : 1;
}
