namespace TorchSharp.Interop;

/// <summary>Holds the handles of several tensors open for one native call.</summary>
internal readonly ref struct TensorList
{
    private readonly TensorHandle?[] _held;
    private readonly IntPtr[] _pointers;

    /// <summary>A null among <paramref name="tensors"/> stays a null pointer.</summary>
    public TensorList(ReadOnlySpan<torch.Tensor?> tensors)
    {
        _held = new TensorHandle?[tensors.Length];
        _pointers = new IntPtr[tensors.Length];
        for (var i = 0; i < tensors.Length; i++)
        {
            if (tensors[i] is not { } tensor) continue;
            var added = false;
            try
            {
                tensor.Native.DangerousAddRef(ref added);
            }
            catch
            {
                Dispose();
                throw;
            }

            _held[i] = tensor.Native;
            _pointers[i] = tensor.Native.DangerousGetHandle();
        }
    }

    public ReadOnlySpan<IntPtr> Pointers => _pointers;

    public int Count => _pointers.Length;

    public void Dispose()
    {
        foreach (var handle in _held) handle?.DangerousRelease();
    }
}
