namespace PdnColorize.Colorization.Models;

/// <summary>A tensor that a U-Net's weight file must hold.</summary>
/// <param name="Name">For instance "c0.weight" or "bnd8.running_var".</param>
/// <param name="Shape">Its dimensions, outermost first.</param>
/// <param name="IsTrainable">False for the running mean and variance of a batch normalisation.</param>
public sealed record UNetTensor(string Name, IReadOnlyList<long> Shape, bool IsTrainable)
{
    /// <summary>The product of the dimensions.</summary>
    public long ElementCount => Shape.Aggregate(1L, (product, dimension) => product * dimension);
}
