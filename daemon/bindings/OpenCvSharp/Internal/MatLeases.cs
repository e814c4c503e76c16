namespace OpenCvSharp.Internal;

/// <summary>The native addresses of several Mats, all kept alive until disposal.</summary>
internal sealed class MatLeases : IDisposable
{
    private readonly MatLease[] _leases;

    /// <exception cref="ArgumentException">There is none, or one of them is null.</exception>
    /// <exception cref="ObjectDisposedException">One of them was disposed.</exception>
    internal MatLeases(IReadOnlyList<Mat> mats)
    {
        if (mats.Count == 0 || mats.Contains(null!))
            throw new ArgumentException("At least one Mat is needed, and none may be null.", nameof(mats));
        _leases = new MatLease[mats.Count];
        Pointers = new IntPtr[mats.Count];
        try
        {
            for (var i = 0; i < mats.Count; i++)
            {
                _leases[i] = MatLease.Take(mats[i]);
                Pointers[i] = _leases[i].Pointer;
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    internal IntPtr[] Pointers { get; }

    internal int Count => Pointers.Length;

    public void Dispose()
    {
        for (var i = 0; i < _leases.Length; i++)
            _leases[i].Dispose();
    }
}
