using System.Runtime.InteropServices;
using PdnColorize.Colorization.Safetensors;

namespace PdnColorize.Colorization.Models;

/// <summary>
/// The checked weights of one network: exactly the tensors of <see cref="Layout"/>, in the right shapes, all finite, no
/// variance negative.
/// </summary>
public abstract class NetworkWeights
{
    private readonly Dictionary<string, SafetensorsTensor> _byName;

    /// <summary>Checks tensors against what the manifest says.</summary>
    /// <param name="layout">The network in a valid manifest.</param>
    /// <param name="tensors">The tensors, in any order.</param>
    /// <param name="source">The weight file's path, for messages.</param>
    /// <exception cref="ModelException"><see cref="ModelError.ShapeMismatch"/> or <see cref="ModelError.FileInvalid"/>.</exception>
    private protected NetworkWeights(UNetLayout layout, IReadOnlyList<SafetensorsTensor> tensors, string source)
    {
        Layout = layout;
        _byName = new Dictionary<string, SafetensorsTensor>(StringComparer.Ordinal);
        foreach (var tensor in tensors)
        {
            if (!_byName.TryAdd(tensor.Name, tensor))
                throw Mismatch(source, $"holds {MessageText.Quote(tensor.Name)} twice");
        }

        foreach (var expected in layout.Tensors)
        {
            if (!_byName.TryGetValue(expected.Name, out var tensor))
                throw Mismatch(source, $"lacks the tensor {expected.Name}");
            if (!tensor.Shape.SequenceEqual(expected.Shape))
            {
                throw Mismatch(
                    source,
                    $"has {expected.Name} of shape {SafetensorsShape.Describe(tensor.Shape)} " +
                    $"instead of {SafetensorsShape.Describe(expected.Shape)}");
            }
        }

        if (_byName.Count != layout.Tensors.Count)
        {
            var known = layout.Tensors.Select(tensor => tensor.Name).ToHashSet(StringComparer.Ordinal);
            var unknown = tensors.First(tensor => !known.Contains(tensor.Name));
            throw Mismatch(source, $"holds {MessageText.Quote(unknown.Name)}, which the network does not have");
        }

        foreach (var tensor in tensors)
            CheckValues(tensor, source);
        Tensors = [.. layout.Tensors.Select(expected => _byName[expected.Name])];
    }

    /// <summary>What model.json says about the network.</summary>
    public abstract NetworkManifest Settings { get; }

    /// <summary>The network that the weights are for.</summary>
    public UNetLayout Layout { get; }

    /// <summary>The tensors in the order of the layout.</summary>
    public IReadOnlyList<SafetensorsTensor> Tensors { get; }

    /// <summary>The tensor of that name, for instance "dc8.weight".</summary>
    /// <exception cref="KeyNotFoundException">The layout has no such tensor.</exception>
    public SafetensorsTensor this[string name] => _byName[name];

    private ModelException Mismatch(string source, string what) => new(
        ModelError.ShapeMismatch,
        $"{source} {what}. It does not fit the network in {ModelManifest.FileName} ({Layout.InputChannels} input, " +
        $"{Layout.BaseChannels} base and {Layout.OutputChannels} output channels). Install the model again, or export it again from the trainer.");

    private static void CheckValues(SafetensorsTensor tensor, string source)
    {
        // All ones in the exponent is infinity or not a number.
        var finite = tensor.DataType switch
        {
            SafetensorsDataType.F32 => AllBelowExponent(MemoryMarshal.Cast<byte, uint>(tensor.Data.Span), 0x7F800000u),
            SafetensorsDataType.F16 => AllBelowExponent(MemoryMarshal.Cast<byte, ushort>(tensor.Data.Span), (ushort)0x7C00),
            _ => AllBelowExponent(MemoryMarshal.Cast<byte, ushort>(tensor.Data.Span), (ushort)0x7F80),
        };
        if (!finite)
            throw Unusable(tensor, source, "infinity or not-a-number");
        if (tensor.Name.EndsWith(".running_var", StringComparison.Ordinal) && tensor.ToSingles().Any(variance => variance < 0))
            throw Unusable(tensor, source, "a negative variance");
    }

    private static ModelException Unusable(SafetensorsTensor tensor, string source, string what) => new(
        ModelError.FileInvalid,
        $"{source} holds {what} in {tensor.Name}, so it can give no picture. " +
        "Install the model again, or export an earlier checkpoint from the trainer.");

    private static bool AllBelowExponent<TBits>(ReadOnlySpan<TBits> values, TBits exponent)
        where TBits : struct, System.Numerics.IBinaryInteger<TBits>
    {
        foreach (var value in values)
        {
            if ((value & exponent) == exponent)
                return false;
        }

        return true;
    }
}
