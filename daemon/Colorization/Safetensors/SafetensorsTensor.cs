using System.Runtime.InteropServices;

namespace PdnColorize.Colorization.Safetensors;

/// <summary>One named tensor of a safetensors file: row-major elements, little-endian, as they stand in the file.</summary>
public sealed class SafetensorsTensor
{
    private readonly long[] _shape;

    /// <summary>Wraps elements that are already in the file's representation.</summary>
    /// <param name="name">1 to 256 characters; not "__metadata__", which the format reserves.</param>
    /// <param name="dataType">The element type.</param>
    /// <param name="shape">At most 8 dimensions, none negative; empty for a single number.</param>
    /// <param name="data">Exactly as many bytes as shape and element type ask for. Not copied.</param>
    /// <exception cref="ArgumentException">Name, shape or data break one of these rules.</exception>
    public SafetensorsTensor(string name, SafetensorsDataType dataType, ReadOnlySpan<long> shape, ReadOnlyMemory<byte> data)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name.Length > SafetensorsLimits.MaximumNameLength || name == SafetensorsHeader.MetadataKey)
            throw new ArgumentException($"'{name}' cannot be the name of a tensor.", nameof(name));
        if (SafetensorsShape.TryCountElements(shape) is not { } count)
            throw new ArgumentException("At most 8 dimensions, none negative, their product within 2 GiB.", nameof(shape));
        if (data.Length != count * dataType.ElementSize())
            throw new ArgumentException($"{name} needs {count * dataType.ElementSize()} bytes, not {data.Length}.", nameof(data));
        Name = name;
        DataType = dataType;
        ElementCount = count;
        Data = data;
        _shape = shape.ToArray();
    }

    /// <summary>The tensor's name, for instance "c0.weight".</summary>
    public string Name { get; }

    /// <summary>The element type of <see cref="Data"/>.</summary>
    public SafetensorsDataType DataType { get; }

    /// <summary>The dimensions, outermost first; empty for a single number.</summary>
    public IReadOnlyList<long> Shape => _shape;

    /// <summary>The product of the dimensions; 1 for a single number, 0 if any dimension is 0.</summary>
    public long ElementCount { get; }

    /// <summary>The elements' bytes.</summary>
    public ReadOnlyMemory<byte> Data { get; }

    /// <summary>Makes a tensor of single-precision numbers, rounding to nearest even where the element type is smaller.</summary>
    /// <param name="name">As in the constructor.</param>
    /// <param name="shape">As in the constructor.</param>
    /// <param name="values">The elements, row-major. Copied.</param>
    /// <param name="dataType">The element type to store.</param>
    /// <exception cref="ArgumentException">As in the constructor.</exception>
    public static SafetensorsTensor FromSingles(
        string name,
        ReadOnlySpan<long> shape,
        ReadOnlySpan<float> values,
        SafetensorsDataType dataType = SafetensorsDataType.F32)
    {
        var data = new byte[checked(values.Length * dataType.ElementSize())];
        switch (dataType)
        {
            case SafetensorsDataType.F32:
                MemoryMarshal.AsBytes(values).CopyTo(data);
                break;
            case SafetensorsDataType.F16:
                var halves = MemoryMarshal.Cast<byte, Half>(data.AsSpan());
                for (var i = 0; i < values.Length; i++)
                    halves[i] = (Half)values[i];
                break;
            default:
                var brainFloats = MemoryMarshal.Cast<byte, ushort>(data.AsSpan());
                for (var i = 0; i < values.Length; i++)
                    brainFloats[i] = BrainFloat.FromSingle(values[i]);
                break;
        }

        return new SafetensorsTensor(name, dataType, shape, data);
    }

    /// <summary>Writes the elements as single precision, which holds every value of the other types exactly.</summary>
    /// <param name="destination">At least <see cref="ElementCount"/> long.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short.</exception>
    public void CopyTo(Span<float> destination)
    {
        if (destination.Length < ElementCount)
            throw new ArgumentException($"{Name} has {ElementCount} elements, the destination {destination.Length}.", nameof(destination));
        switch (DataType)
        {
            case SafetensorsDataType.F32:
                Data.Span.CopyTo(MemoryMarshal.AsBytes(destination));
                break;
            case SafetensorsDataType.F16:
                var halves = MemoryMarshal.Cast<byte, Half>(Data.Span);
                for (var i = 0; i < halves.Length; i++)
                    destination[i] = (float)halves[i];
                break;
            default:
                var brainFloats = MemoryMarshal.Cast<byte, ushort>(Data.Span);
                for (var i = 0; i < brainFloats.Length; i++)
                    destination[i] = BrainFloat.ToSingle(brainFloats[i]);
                break;
        }
    }

    /// <summary>The elements as single precision, in a new array.</summary>
    public float[] ToSingles()
    {
        var values = new float[ElementCount];
        CopyTo(values);
        return values;
    }
}
