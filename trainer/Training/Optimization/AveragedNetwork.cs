using TorchSharp;
using static TorchSharp.torch;

namespace PdnColorize.Training.Optimization;

/// <summary>A network whose weights are a moving average over the training steps of another; it is what is validated and exported.</summary>
internal sealed class AveragedNetwork : IDisposable
{
    private readonly nn.Module<Tensor, Tensor> _network;
    private readonly double _decay;

    /// <param name="network">A network of the same shape; belongs to this object from now on.</param>
    /// <param name="device">Where it shall be.</param>
    /// <param name="decay">Share of the average that stays at each step; 0 follows at once.</param>
    public AveragedNetwork(nn.Module<Tensor, Tensor> network, Device device, double decay)
    {
        _network = network;
        _decay = decay;
        Tensors = new FlatTensors(network, device, learns: false);
        network.eval();
    }

    /// <summary>Its tensors.</summary>
    public FlatTensors Tensors { get; }

    /// <summary>Takes over the other's weights and statistics.</summary>
    public void Copy(FlatTensors source)
    {
        using var untracked = no_grad();
        Tensors.Weights.copy_(source.Weights);
        Tensors.Statistics.copy_(source.Statistics);
    }

    /// <summary>Moves towards the other's weights and statistics.</summary>
    /// <param name="source">The network in training.</param>
    /// <param name="step">Steps that it has taken.</param>
    public void Follow(FlatTensors source, long step)
    {
        // A short average at first: the random weights of the beginning shall be forgotten soon.
        double decay = Math.Min(_decay, (1.0 + step) / (10 + step));
        using DisposeScope scope = NewDisposeScope();
        using var untracked = no_grad();
        Tensor share = tensor((float)(_decay == 0 ? 1 : 1 - decay), device: source.Weights.device);
        Tensors.Weights.lerp_(source.Weights, share);
        Tensors.Statistics.lerp_(source.Statistics, share);
    }

    /// <summary>Runs the network as for colouring.</summary>
    public Tensor Run(Tensor input)
    {
        using var untracked = no_grad();
        return _network.call(input);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _network.Dispose();
        Tensors.Dispose();
    }
}
