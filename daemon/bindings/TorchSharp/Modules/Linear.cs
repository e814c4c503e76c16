using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A product with a matrix, and a sum.</summary>
public sealed class Linear : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter _weight;

    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    internal Linear(long inputs, long outputs, bool hasBias, Device? device, ScalarType? dtype)
        : base(nameof(Linear))
    {
        in_features = inputs;
        out_features = outputs;
        _weight = Own(new Parameter(empty(outputs, inputs, dtype, device)));
        ConditionallyRegisterParameter(nameof(weight), _weight);
        nn.init.kaiming_uniform_(_weight, Math.Sqrt(5));
        if (!hasBias) return;
        _bias = Own(new Parameter(empty(outputs, dtype, device)));
        ConditionallyRegisterParameter(nameof(bias), _bias);
        var bound = inputs == 0 ? 0 : 1 / Math.Sqrt(inputs);
        nn.init.uniform_(_bias, -bound, bound);
    }

    public long in_features { get; set; }

    public long out_features { get; set; }

    /// <summary>Outputs x inputs. Setting it disposes the old one; the module owns the new one.</summary>
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

    public override Tensor forward(Tensor tensor) => nn.functional.linear(tensor, weight, bias);

    // The module disposes it, not the scope it was made in.
    private static Parameter Own(Parameter parameter)
    {
        parameter.DetachFromDisposeScope();
        return parameter;
    }
}
