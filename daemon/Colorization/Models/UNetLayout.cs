namespace PdnColorize.Colorization.Models;

/// <summary>
/// The layers of the article's U-Net (names c0 to c8 on the way down, dc8 to dc0 on the way up) for any number of input,
/// base and output channels, and the tensors that its weight file must hold.
/// </summary>
public sealed class UNetLayout
{
    /// <summary>Works out the layers.</summary>
    /// <param name="inputChannels">Channels of the input, at least 1; 4 in the article.</param>
    /// <param name="baseChannels">Output channels of c0, 1 to 128; 32 in the article.</param>
    /// <param name="outputChannels">Channels of the output, at least 1; 3 in the article.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is out of its range.</exception>
    public UNetLayout(int inputChannels, int baseChannels, int outputChannels = 3)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputChannels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(baseChannels, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(baseChannels, 128);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputChannels, 1);
        InputChannels = inputChannels;
        BaseChannels = baseChannels;
        OutputChannels = outputChannels;
        Layers =
        [
            Down("c0", inputChannels, 1, kernelSize: 3),
            Down("c1", baseChannels, 2, kernelSize: 4),
            Down("c2", 2 * baseChannels, 2, kernelSize: 3),
            Down("c3", 2 * baseChannels, 4, kernelSize: 4),
            Down("c4", 4 * baseChannels, 4, kernelSize: 3),
            Down("c5", 4 * baseChannels, 8, kernelSize: 4),
            Down("c6", 8 * baseChannels, 8, kernelSize: 3),
            Down("c7", 8 * baseChannels, 16, kernelSize: 4),
            Down("c8", 16 * baseChannels, 16, kernelSize: 3),
            Up("dc8", 32, 16, isTransposed: true), // on e7 and e8
            Up("dc7", 16, 8, isTransposed: false),
            Up("dc6", 16, 8, isTransposed: true), // on e6 and d7
            Up("dc5", 8, 4, isTransposed: false),
            Up("dc4", 8, 4, isTransposed: true), // on e4 and d5
            Up("dc3", 4, 2, isTransposed: false),
            Up("dc2", 4, 2, isTransposed: true), // on e2 and d3
            Up("dc1", 2, 1, isTransposed: false),
            new UNetLayer("dc0", 2 * baseChannels, outputChannels, KernelSize: 3, IsTransposed: false, NormName: null), // on e0 and d1
        ];
        Tensors = [.. Layers.SelectMany(TensorsOf)];
        TrainableParameterCount = Tensors.Where(tensor => tensor.IsTrainable).Sum(tensor => tensor.ElementCount);
        ElementCount = Tensors.Sum(tensor => tensor.ElementCount);
    }

    /// <summary>Channels of the input.</summary>
    public int InputChannels { get; }

    /// <summary>Output channels of c0.</summary>
    public int BaseChannels { get; }

    /// <summary>Channels of the output.</summary>
    public int OutputChannels { get; }

    /// <summary>The layers in the order in which they run.</summary>
    public IReadOnlyList<UNetLayer> Layers { get; }

    /// <summary>The tensors in the order of the layers: weight, bias, then the batch normalisation's.</summary>
    public IReadOnlyList<UNetTensor> Tensors { get; }

    /// <summary>Weights and biases, without running means and variances: 18,639,619 for 4 input and 32 base channels.</summary>
    public long TrainableParameterCount { get; }

    /// <summary>Numbers in the weight file.</summary>
    public long ElementCount { get; }

    private UNetLayer Down(string name, int inputChannels, int outputFactor, int kernelSize) =>
        new(name, inputChannels, outputFactor * BaseChannels, kernelSize, IsTransposed: false, "bn" + name);

    /// <summary>The batch normalisation behind "dc8" is named "bnd8", after its output d8.</summary>
    private UNetLayer Up(string name, int inputFactor, int outputFactor, bool isTransposed) =>
        new(name, inputFactor * BaseChannels, outputFactor * BaseChannels, isTransposed ? 4 : 3, isTransposed, "bnd" + name[2..]);

    private static IEnumerable<UNetTensor> TensorsOf(UNetLayer layer)
    {
        var (first, second) = layer.IsTransposed
            ? (layer.InputChannels, layer.OutputChannels)
            : (layer.OutputChannels, layer.InputChannels);
        long[] perChannel = [layer.OutputChannels];
        yield return new UNetTensor($"{layer.Name}.weight", [first, second, layer.KernelSize, layer.KernelSize], IsTrainable: true);
        yield return new UNetTensor($"{layer.Name}.bias", perChannel, IsTrainable: true);
        if (layer.NormName is not { } norm)
            yield break;
        yield return new UNetTensor($"{norm}.weight", perChannel, IsTrainable: true);
        yield return new UNetTensor($"{norm}.bias", perChannel, IsTrainable: true);
        yield return new UNetTensor($"{norm}.running_mean", perChannel, IsTrainable: false);
        yield return new UNetTensor($"{norm}.running_var", perChannel, IsTrainable: false);
    }
}
