using static TorchSharp.torch;

namespace PdnColorize.Training.Optimization;

/// <summary>A network with what it takes to train it.</summary>
internal sealed class LearningNetwork : IDisposable
{
    private readonly nn.Module<Tensor, Tensor> _network;

    /// <param name="network">The network; belongs to this object from now on.</param>
    /// <param name="device">Where it shall be.</param>
    /// <param name="weightDecay">See <see cref="AdamOptimizer"/>.</param>
    public LearningNetwork(nn.Module<Tensor, Tensor> network, Device device, double weightDecay)
    {
        _network = network;
        Tensors = new FlatTensors(network, device, learns: true);
        Optimizer = new AdamOptimizer(Tensors, weightDecay);
        network.train();
    }

    /// <summary>Its tensors.</summary>
    public FlatTensors Tensors { get; }

    /// <summary>Its optimizer.</summary>
    public AdamOptimizer Optimizer { get; }

    /// <summary>Runs the network as for training.</summary>
    public Tensor Run(Tensor input) => _network.call(input);

    /// <summary>Forgets the gradients; to be called before they are computed.</summary>
    public void ClearGradients()
    {
        using var untracked = no_grad();
        Tensors.Gradients.zero_();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Optimizer.Dispose();
        _network.Dispose();
        Tensors.Dispose();
    }
}
