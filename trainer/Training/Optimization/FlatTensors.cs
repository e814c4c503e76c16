using PdnColorize.Colorization.Safetensors;
using TorchSharp;
using static TorchSharp.torch;

namespace PdnColorize.Training.Optimization;

/// <summary>
/// All weights of a network in one tensor, all gradients in another, all statistics of its batch normalisations in a third; the network's own tensors
/// become views of them. An optimizer's step, a moving average and the norm of the gradient then take a few calls instead of a few for each layer.
/// </summary>
internal sealed class FlatTensors : IDisposable
{
    private readonly List<(string Name, long[] Shape, long Offset, long Length)> _weights = [];
    private readonly List<(string Name, long[] Shape, long Offset, long Length)> _statistics = [];

    /// <param name="network">The network; must be disposed first.</param>
    /// <param name="device">Where it shall be.</param>
    /// <param name="learns">Whether it needs gradients.</param>
    public FlatTensors(nn.Module network, Device device, bool learns)
    {
        using DisposeScope scope = NewDisposeScope();
        using var untracked = no_grad();
        network.to(device);
        (string Name, Tensor Tensor)[] parameters = [.. network.named_parameters().Select(item => (item.name, (Tensor)item.parameter))];
        (string Name, Tensor Tensor)[] buffers = [.. network.named_buffers()];
        Weights = Flatten(parameters, _weights).DetachFromDisposeScope();
        Statistics = Flatten(buffers, _statistics).DetachFromDisposeScope();
        Gradients = (learns ? zeros_like(Weights) : zeros(0, device: device)).DetachFromDisposeScope();
        for (int i = 0; i < parameters.Length; i++)
        {
            if (learns)
                parameters[i].Tensor.grad = Gradients.narrow(0, _weights[i].Offset, _weights[i].Length).view(_weights[i].Shape);
            else
                parameters[i].Tensor.requires_grad_(false);
        }
    }

    /// <summary>All weights.</summary>
    public Tensor Weights { get; }

    /// <summary>All gradients; empty if the network does not learn. Cleared by filling, never by taking away.</summary>
    public Tensor Gradients { get; }

    /// <summary>All running means and variances.</summary>
    public Tensor Statistics { get; }

    /// <summary>The parts of <see cref="Weights"/>: a network's parameters by name.</summary>
    public IEnumerable<(string Name, long Offset, long Length)> Parameters => _weights.Select(place => (place.Name, place.Offset, place.Length));

    /// <summary>Weights and statistics under the network's names.</summary>
    public IReadOnlyList<SafetensorsTensor> Save() => [.. Save(Weights, _weights, ""), .. Save(Statistics, _statistics, "")];

    /// <summary>A tensor that is laid out like <see cref="Weights"/>, under the weights' names behind a prefix.</summary>
    public IReadOnlyList<SafetensorsTensor> SaveAs(string prefix, Tensor values) => [.. Save(values, _weights, prefix)];

    /// <summary>Takes weights and statistics from a file.</summary>
    /// <exception cref="TrainingException">A tensor is missing or has another shape.</exception>
    public void Load(SafetensorsFile file) => Load(file.Find);

    /// <summary>Takes over weights and statistics.</summary>
    /// <param name="find">Gives the tensor of a name, or null.</param>
    /// <exception cref="TrainingException">A tensor is missing or has another shape.</exception>
    public void Load(Func<string, SafetensorsTensor?> find)
    {
        Load(find, Weights, _weights, "");
        Load(find, Statistics, _statistics, "");
    }

    /// <summary>The opposite of <see cref="SaveAs"/>.</summary>
    /// <exception cref="TrainingException">A tensor is missing or has another shape.</exception>
    public void LoadAs(string prefix, SafetensorsFile file, Tensor values) => Load(file.Find, values, _weights, prefix);

    /// <inheritdoc/>
    public void Dispose()
    {
        Weights.Dispose();
        Gradients.Dispose();
        Statistics.Dispose();
    }

    private static Tensor Flatten((string Name, Tensor Tensor)[] tensors, List<(string Name, long[] Shape, long Offset, long Length)> places)
    {
        // A network without batch normalisation has no statistics to join.
        Tensor flat = tensors.Length == 0 ? zeros(0) : cat([.. tensors.Select(item => item.Tensor.detach().contiguous().view(-1))], 0);
        long offset = 0;
        foreach ((string name, Tensor tensor) in tensors)
        {
            (long[] shape, long length) = (tensor.shape, tensor.numel());
            places.Add((name, shape, offset, length));
            tensor.set_(flat.narrow(0, offset, length).view(shape));
            offset += length;
        }

        return flat;
    }

    private static IEnumerable<SafetensorsTensor> Save(Tensor flat, List<(string Name, long[] Shape, long Offset, long Length)> places, string prefix)
    {
        using Tensor detached = flat.detach();
        using Tensor onCpu = detached.cpu();
        float[] values = onCpu.data<float>().ToArray();
        foreach ((string name, long[] shape, long offset, long length) in places)
            yield return SafetensorsTensor.FromSingles(prefix + name, shape, values.AsSpan((int)offset, (int)length));
    }

    private static void Load(Func<string, SafetensorsTensor?> find, Tensor flat, List<(string Name, long[] Shape, long Offset, long Length)> places, string prefix)
    {
        float[] values = new float[flat.numel()];
        foreach ((string name, long[] shape, long offset, long length) in places)
        {
            if (find(prefix + name) is not { } saved || !saved.Shape.SequenceEqual(shape))
                throw new TrainingException($"The saved weights do not fit the network at '{prefix}{name}'. They are from a run with another configuration.");
            saved.CopyTo(values.AsSpan((int)offset, (int)length));
        }

        using DisposeScope scope = NewDisposeScope();
        using var untracked = no_grad();
        flat.copy_(tensor(values));
    }
}
