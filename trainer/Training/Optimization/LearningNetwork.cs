using PdnColorize.Colorization.Networks;
using PdnColorize.Colorization.Safetensors;
using PdnColorize.Training.FineTuning;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace PdnColorize.Training.Optimization;

/// <summary>A network with what it takes to train it.</summary>
internal sealed class LearningNetwork : IDisposable
{
    private readonly nn.Module<Tensor, Tensor> _network;

    /// <param name="network">The network; belongs to this object from now on.</param>
    /// <param name="device">Where it shall be.</param>
    /// <param name="weightDecay">See <see cref="AdamOptimizer"/>.</param>
    /// <param name="parts">What learns.</param>
    public LearningNetwork(nn.Module<Tensor, Tensor> network, Device device, double weightDecay, LearningParts parts = default)
    {
        _network = network;
        Tensors = new FlatTensors(network, device, learns: true);
        Optimizer = new AdamOptimizer(Tensors, weightDecay, parts.Learns);
        network.train();
        foreach ((string name, nn.Module layer) in network.named_children())
            if (layer is BatchNormalization && parts.KeepsStatistics(name)) layer.eval();
        // Without its gradient a frozen weight costs no time.
        foreach ((string name, Parameter parameter) in network.named_parameters())
            if (!parts.Learns(name)) parameter.requires_grad_(false);
    }

    /// <summary>Its tensors.</summary>
    public FlatTensors Tensors { get; }

    /// <summary>Its optimizer.</summary>
    public AdamOptimizer Optimizer { get; }

    /// <summary>Takes over a model's weights and statistics.</summary>
    /// <param name="weights">The model's tensors.</param>
    /// <param name="pull">How much the optimizer pulls back to them; see <see cref="AdamOptimizer.PullTo"/>.</param>
    /// <exception cref="TrainingException">A tensor is missing or has another shape.</exception>
    public void StartFrom(IReadOnlyList<SafetensorsTensor> weights, double pull)
    {
        Dictionary<string, SafetensorsTensor> byName = weights.ToDictionary(tensor => tensor.Name);
        Tensors.Load(name => byName.GetValueOrDefault(name));
        Optimizer.PullTo(Tensors.Weights, pull);
    }

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
