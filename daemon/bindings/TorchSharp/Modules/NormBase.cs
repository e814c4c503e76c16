using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What layers that normalise have in common.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    [ComponentName(Name = nameof(running_mean))]
    private Tensor? _runningMean;

    [ComponentName(Name = nameof(running_var))]
    private Tensor? _runningVar;

    [ComponentName(Name = nameof(num_batches_tracked))]
    private Tensor? _batches;

    private protected NormBase(
        long features, double epsilon, double? momentum, bool affine, bool trackRunningStats, Device? device, ScalarType? dtype,
        string name)
        : base(name)
    {
        num_features = features;
        eps = epsilon;
        this.momentum = momentum;
        this.affine = affine;
        track_running_stats = trackRunningStats;
        if (affine)
        {
            weight = new Parameter(ones(features, dtype, device));
            bias = new Parameter(zeros(features, dtype, device));
        }

        if (!trackRunningStats) return;
        running_mean = zeros(features, dtype, device);
        running_var = ones(features, dtype, device);
        num_batches_tracked = tensor(0L, device: device);
    }

    public long num_features { get; }

    public double eps { get; set; }

    /// <summary>How much a batch changes the running statistics; null: all batches count alike.</summary>
    public double? momentum { get; set; }

    public bool affine { get; }

    public bool track_running_stats { get; }

    /// <summary>One factor for each channel. Setting it disposes the old one; the module owns the new one.</summary>
    public Parameter weight
    {
        get => _weight!;
        set => SetParameter(nameof(weight), ref _weight, value);
    }

    /// <summary>One number to add for each channel. Setting it disposes the old one; the module owns the new one.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => SetParameter(nameof(bias), ref _bias, value);
    }

    public Tensor? running_mean
    {
        get => _runningMean;
        set => SetBuffer(nameof(running_mean), ref _runningMean, value);
    }

    public Tensor? running_var
    {
        get => _runningVar;
        set => SetBuffer(nameof(running_var), ref _runningVar, value);
    }

    /// <summary>Batches seen in training, Int64.</summary>
    public Tensor? num_batches_tracked
    {
        get => _batches;
        set => SetBuffer(nameof(num_batches_tracked), ref _batches, value);
    }

    public void reset_running_stats()
    {
        if (!track_running_stats) return;
        nn.init.zeros_(_runningMean!);
        nn.init.ones_(_runningVar!);
        nn.init.zeros_(_batches!);
    }

    public void reset_parameters()
    {
        reset_running_stats();
        if (!affine) return;
        nn.init.ones_(_weight!);
        nn.init.zeros_(_bias!);
    }

    /// <exception cref="ArgumentException">The layer is not for such a tensor.</exception>
    protected abstract void ValidateInputDimensions(Tensor input);

    private void SetParameter(string component, ref Parameter? field, Parameter? value)
    {
        if (ReferenceEquals(value, field)) return;
        field?.Dispose();
        field = value;
        field?.DetachFromDisposeScope();
        ConditionallyRegisterParameter(component, field);
    }

    private void SetBuffer(string component, ref Tensor? field, Tensor? value)
    {
        if (ReferenceEquals(value, field)) return;
        field?.Dispose();
        field = value?.DetachFromDisposeScope();
        ConditionallyRegisterBuffer(component, field);
    }
}
