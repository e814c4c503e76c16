using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What convolutions and transposed convolutions have in common.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter _weight;

    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    private protected Convolution(
        string name, long inChannels, long outChannels, (long, long) kernelSize, (long, long) stride, (long, long) padding,
        (long, long) dilation, bool transposed, (long, long) outputPadding, long groups, bool bias, PaddingModes paddingMode,
        Device? device, ScalarType? dtype)
        : base(name)
    {
        in_channels = inChannels;
        out_channels = outChannels;
        kernel_size = [kernelSize.Item1, kernelSize.Item2];
        this.stride = [stride.Item1, stride.Item2];
        this.padding = [padding.Item1, padding.Item2];
        this.dilation = [dilation.Item1, dilation.Item2];
        output_padding = [outputPadding.Item1, outputPadding.Item2];
        this.transposed = transposed;
        this.groups = groups;
        padding_mode = paddingMode;
        long[] shape = transposed
            ? [inChannels, outChannels / groups, .. kernel_size]
            : [outChannels, inChannels / groups, .. kernel_size];
        _weight = Own(new Parameter(empty(shape, dtype, device)));
        ConditionallyRegisterParameter(nameof(weight), _weight);
        if (bias)
        {
            _bias = Own(new Parameter(empty(outChannels, dtype, device)));
            ConditionallyRegisterParameter(nameof(this.bias), _bias);
        }

        reset_parameters();
    }

    public long in_channels { get; }

    public long out_channels { get; }

    public long[] kernel_size { get; set; }

    public long[] stride { get; set; }

    public long[]? padding { get; }

    public long[] dilation { get; set; }

    public long[] output_padding { get; set; }

    public bool transposed { get; }

    public long groups { get; set; }

    public PaddingModes padding_mode { get; set; }

    /// <summary>Setting it disposes the old one; the module owns the new one.</summary>
    public Parameter weight
    {
        get => _weight;
        set
        {
            if (ReferenceEquals(value, _weight)) return;
            _weight.Dispose();
            _weight = Own(value);
            ConditionallyRegisterParameter(nameof(weight), _weight);
        }
    }

    /// <summary>Setting it disposes the old one; the module owns the new one.</summary>
    public Parameter? bias
    {
        get => _bias;
        set
        {
            if (ReferenceEquals(value, _bias)) return;
            _bias?.Dispose();
            _bias = value is null ? null : Own(value);
            ConditionallyRegisterParameter(nameof(bias), _bias);
        }
    }

    /// <summary>New random values, by PyTorch's defaults.</summary>
    public void reset_parameters()
    {
        // a = sqrt(5) makes the bound 1 / sqrt(fan in), as it was before PyTorch had Kaiming's initialisation.
        nn.init.kaiming_uniform_(_weight, Math.Sqrt(5));
        if (_bias is null) return;
        var (fanIn, _) = nn.init.CalculateFanInAndFanOut(_weight);
        if (fanIn == 0) return;
        var bound = 1 / Math.Sqrt(fanIn);
        nn.init.uniform_(_bias, -bound, bound);
    }

    private protected void ThrowUnlessPicture(Tensor input)
    {
        var shape = input.shape;
        if (shape.Length is 3 or 4 && shape[^3] == in_channels) return;
        throw new ArgumentException(
            $"{GetName()} takes pictures of {in_channels} channels, N x C x H x W or C x H x W; " +
            $"the tensor's shape is [{string.Join(", ", shape)}].",
            nameof(input));
    }

    // The module disposes it, not the scope it was made in.
    private static Parameter Own(Parameter parameter)
    {
        parameter.DetachFromDisposeScope();
        return parameter;
    }
}
