using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Networks;
using PdnColorize.Colorization.Safetensors;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.Optimization;
using PdnColorize.Training.Samples;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace PdnColorize.Training.Losses;

/// <summary>
/// A discriminator that learns to tell results from originals. In classic it sees the colours alone, in faithful line art and hints as well, so that a result which
/// ignores its hints is found out.
/// </summary>
internal sealed class AdversarialLoss : IDisposable
{
    private const long ResultClass = 0;
    private const long OriginalClass = 1;
    private static readonly InputPlane[] Conditions = [InputPlane.Line, InputPlane.Hint, InputPlane.HintMask];

    private readonly LearningNetwork _discriminator;
    private readonly (int Channel, int Count)[] _conditions;

    public AdversarialLoss(TrainConfig config, SampleBuilder samples, int stage, Device device)
    {
        _conditions = config.Preset == ModelPreset.Classic
            ? []
            : [.. Conditions.Select(plane => (samples.ChannelOf(plane), plane.ChannelCount()))];
        int channels = 3 + _conditions.Sum(condition => condition.Count);
        _discriminator = new LearningNetwork(new Discriminator(channels, config.CropOf(stage)), device, config.WeightDecay);
    }

    /// <summary>Steps that the discriminator has learned.</summary>
    public long Steps
    {
        get => _discriminator.Optimizer.Steps;
        set => _discriminator.Optimizer.Steps = value;
    }

    /// <summary>Its tensors for a checkpoint.</summary>
    public (IReadOnlyList<SafetensorsTensor> Weights, IReadOnlyList<SafetensorsTensor> Moments) Save() =>
        (_discriminator.Tensors.Save(), _discriminator.Optimizer.Save());

    /// <summary>The opposite of <see cref="Save"/>.</summary>
    public void Load(SafetensorsFile weights, SafetensorsFile moments)
    {
        _discriminator.Tensors.Load(weights);
        _discriminator.Optimizer.Load(moments);
    }

    /// <summary>What the network loses because its results are recognised; with gradients.</summary>
    public Tensor OfResult(Tensor result, Tensor inputs) => Verdict(result, inputs, OriginalClass);

    /// <summary>Lets the discriminator learn from a batch.</summary>
    /// <returns>Its loss.</returns>
    public double Learn(Tensor result, Tensor target, Tensor inputs, double learningRate)
    {
        using DisposeScope scope = NewDisposeScope();
        _discriminator.ClearGradients();
        Tensor loss = Verdict(result.detach(), inputs, ResultClass).Plus(Verdict(target, inputs, OriginalClass)).Times(0.5);
        loss.backward();
        _discriminator.Optimizer.Step(learningRate);
        return loss.item<float>();
    }

    /// <inheritdoc/>
    public void Dispose() => _discriminator.Dispose();

    private Tensor Verdict(Tensor colors, Tensor inputs, long wanted)
    {
        Tensor seen = cat([colors, .. _conditions.Select(condition => inputs.narrow(1, condition.Channel, condition.Count))], 1);
        using Scalar label = wanted;
        Tensor classes = full(colors.shape[0], label, dtype: ScalarType.Int64, device: colors.device);
        return functional.cross_entropy(_discriminator.Run(seen), classes);
    }
}
