using PdnColorize.Colorization.Safetensors;
using TorchSharp;
using static TorchSharp.torch;

namespace PdnColorize.Colorization.Networks;

/// <summary>Moves weights between files and networks.</summary>
public static class WeightTensors
{
    /// <summary>A float32 CPU tensor of the file's values and shape; owned by the current dispose scope.</summary>
    public static Tensor ToTensor(SafetensorsTensor weight)
    {
        ArgumentNullException.ThrowIfNull(weight);
        return tensor(weight.ToSingles(), [.. weight.Shape]);
    }

    /// <summary>Copies a file's weights into a network's parameters and buffers of the same names.</summary>
    /// <exception cref="ArgumentException">A tensor of the network is missing in the file or has another shape.</exception>
    public static void Load(nn.Module network, SafetensorsFile file)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(file);
        using var noGradients = no_grad();
        foreach ((string name, Tensor target) in State(network))
        {
            SafetensorsTensor weight = file.Find(name) ?? throw new ArgumentException($"The file holds no tensor '{name}'.", nameof(file));
            if (!weight.Shape.SequenceEqual(target.shape))
                throw new ArgumentException($"'{name}' is [{string.Join(", ", weight.Shape)}] in the file and [{string.Join(", ", target.shape)}] in the network.", nameof(file));

            using Tensor values = ToTensor(weight);
            target.copy_(values);
        }
    }

    /// <summary>A network's parameters and buffers as tensors of a file.</summary>
    public static IReadOnlyList<SafetensorsTensor> Save(nn.Module network, SafetensorsDataType type)
    {
        ArgumentNullException.ThrowIfNull(network);
        List<SafetensorsTensor> weights = [];
        foreach ((string name, Tensor source) in State(network))
        {
            using DisposeScope scope = NewDisposeScope();
            float[] values = source.detach().cpu().to(ScalarType.Float32).contiguous().data<float>().ToArray();
            weights.Add(SafetensorsTensor.FromSingles(name, source.shape, values, type));
        }

        return weights;
    }

    /// <summary>Parameters and buffers.</summary>
    private static IEnumerable<(string Name, Tensor Value)> State(nn.Module network)
    {
        foreach ((string name, TorchSharp.Modules.Parameter parameter) in network.named_parameters()) yield return (name, parameter);
        foreach ((string name, Tensor buffer) in network.named_buffers()) yield return (name, buffer);
    }
}
