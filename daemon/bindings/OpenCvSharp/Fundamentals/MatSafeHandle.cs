using OpenCvSharp.Internal;

namespace OpenCvSharp;

/// <summary>Owns a native <c>cv::Mat</c> header and, through it, a share of its pixels.</summary>
public sealed class MatSafeHandle : OpenCvSafeHandle
{
    private readonly PinnedArray? _pinned;

    /// <param name="existingHandle">The address of a <c>cv::Mat</c> on the native heap.</param>
    /// <param name="ownsHandle">Whether this handle deletes it.</param>
    public MatSafeHandle(IntPtr existingHandle, bool ownsHandle)
        : this(existingHandle, ownsHandle, null)
    {
    }

    /// <param name="existingHandle">The address of a <c>cv::Mat</c> on the native heap.</param>
    /// <param name="ownsHandle">Whether this handle deletes it.</param>
    /// <param name="pinned">The managed array that holds the pixels, if any; this handle keeps a share of it.</param>
    internal MatSafeHandle(IntPtr existingHandle, bool ownsHandle, PinnedArray? pinned)
        : base(existingHandle, ownsHandle)
    {
        _pinned = pinned;
        _pinned?.Share();
        if (ownsHandle)
            MatLifetime.Created();
    }

    internal PinnedArray? Pinned => _pinned;

    protected override bool ReleaseHandle()
    {
        NativeMethods.pdncv_mat_delete(handle);
        _pinned?.Release();
        MatLifetime.Deleted();
        return true;
    }
}
