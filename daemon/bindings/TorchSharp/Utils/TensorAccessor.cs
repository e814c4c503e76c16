using System.Collections;

namespace TorchSharp.Utils;

/// <summary>Reads and writes a tensor's numbers in CPU memory, in the order of their indices, whatever their order in memory.</summary>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly torch.Tensor _tensor;
    private readonly long[] _shape;
    private readonly long[] _strides;
    private readonly bool _contiguous;
    private readonly IntPtr _address;

    internal TensorAccessor(torch.Tensor tensor)
    {
        // Held so that the memory stays while this object is used.
        _tensor = tensor;
        _shape = tensor.shape;
        _strides = tensor.stride();
        _contiguous = tensor.is_contiguous();
        _address = tensor.Address(contiguous: false);
        Count = tensor.NumberOfElements;
    }

    public long Count { get; }

    public bool IsReadOnly => false;

    private unsafe Span<T> Memory =>
        _tensor.IsInvalid ? throw new ObjectDisposedException(nameof(torch.Tensor)) : new Span<T>((void*)_address, checked((int)Count));

    /// <summary>The number at these indices, one for each dimension; or one index into all numbers.</summary>
    public unsafe T this[params long[] indices]
    {
        get => *Element(Offset(indices));
        set => *Element(Offset(indices)) = value;
    }

    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array);
        return array;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Copies the numbers from <paramref name="tensorIndex"/> on, as many as there are.</summary>
    /// <exception cref="ArgumentException">They do not fit.</exception>
    public unsafe void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var target = array[arrayIndex..];
        if (_contiguous)
        {
            Memory[checked((int)tensorIndex)..].CopyTo(target);
            return;
        }

        if (target.Length < Count - tensorIndex)
            throw new ArgumentException($"{Count - tensorIndex} numbers do not fit into {target.Length}.", nameof(array));
        for (var i = tensorIndex; i < Count; i++) target[(int)(i - tensorIndex)] = *Element(LinearOffset(i));
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    /// <summary>Overwrites the numbers from <paramref name="tensorIndex"/> on, as many as are given or have room.</summary>
    public unsafe void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var count = (int)Math.Min(array.Length - arrayIndex, Count - tensorIndex);
        var source = array.Slice(arrayIndex, count);
        if (_contiguous)
        {
            source.CopyTo(Memory[checked((int)tensorIndex)..]);
            return;
        }

        for (var i = 0; i < count; i++) *Element(LinearOffset(tensorIndex + i)) = source[i];
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (long i = 0; i < Count; i++) yield return Read(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Does nothing: the tensor owns the memory.</summary>
    public void Dispose()
    {
    }

    private unsafe T Read(long index) => *Element(LinearOffset(index));

    private unsafe T* Element(long offset)
    {
        ObjectDisposedException.ThrowIf(_tensor.IsInvalid, _tensor);
        return (T*)_address + offset;
    }

    private long Offset(long[] indices)
    {
        if (indices.Length == 1) return LinearOffset(indices[0]);
        if (indices.Length != _shape.Length)
        {
            throw new ArgumentException(
                $"The tensor has {_shape.Length} dimensions, and {indices.Length} indices were given.", nameof(indices));
        }

        long offset = 0;
        for (var i = 0; i < indices.Length; i++)
        {
            if ((ulong)indices[i] >= (ulong)_shape[i])
                throw new ArgumentOutOfRangeException(nameof(indices), $"Index {indices[i]} in dimension {i}, which has {_shape[i]}.");
            offset += indices[i] * _strides[i];
        }

        return offset;
    }

    private long LinearOffset(long index)
    {
        if ((ulong)index >= (ulong)Count) throw new ArgumentOutOfRangeException(nameof(index), $"Index {index} of {Count} numbers.");
        if (_contiguous) return index;
        long offset = 0;
        for (var i = _shape.Length - 1; i >= 0; i--)
        {
            (index, var position) = Math.DivRem(index, _shape[i]);
            offset += position * _strides[i];
        }

        return offset;
    }
}
