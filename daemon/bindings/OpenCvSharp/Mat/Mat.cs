using OpenCvSharp.Internal;
using static OpenCvSharp.Internal.NativeMethods;

namespace OpenCvSharp;

/// <summary>
/// A picture or matrix in native memory. Copies of the header and sub-mats share the pixels; each is disposed by itself, and
/// the last one frees them. Not thread-safe for writing.
/// </summary>
public partial class Mat : CvObject
{
    internal Mat(MatSafeHandle handle)
        : base(handle) => _handle = handle;

    private readonly MatSafeHandle _handle;

    internal MatSafeHandle Handle
    {
        get
        {
            ThrowIfDisposed();
            return _handle;
        }
    }

    /// <summary>-1 if the Mat has more than two dimensions.</summary>
    public int Rows => Header.Rows;

    /// <summary>-1 if the Mat has more than two dimensions.</summary>
    public int Cols => Header.Cols;

    public int Height => Header.Rows;

    public int Width => Header.Cols;

    /// <summary>0 if nothing was ever stored, else at least 2.</summary>
    public int Dims => Header.Dims;

    public int Flags => Header.Flags;

    /// <summary>The address of the first pixel; zero if the Mat is empty.</summary>
    public IntPtr Data => Header.Data;

    public unsafe byte* DataPointer => (byte*)Header.Data;

    private MatHeader Header
    {
        get
        {
            pdncv_mat_header(Handle, out var header);
            return header;
        }
    }

    public Size Size()
    {
        var header = Header;
        return new Size(header.Cols, header.Rows);
    }

    /// <param name="dim">0 for rows, 1 for columns, and so on.</param>
    public int Size(int dim)
    {
        Check(pdncv_mat_dimension(Handle, dim, out var size, out _));
        return size;
    }

    public MatType Type() => Header.Type;

    public int Depth() => Header.Type.Depth;

    public int Channels() => Header.Type.Channels;

    /// <summary>Bytes of a pixel.</summary>
    public int ElemSize() => (int)Header.ElemSize;

    /// <summary>Bytes of one channel of a pixel.</summary>
    public int ElemSize1()
    {
        var header = Header;
        return (int)(header.ElemSize / header.Type.Channels);
    }

    /// <summary>Bytes from a row to the next.</summary>
    public long Step() => Header.Step;

    /// <summary>Bytes from one index of that dimension to the next.</summary>
    public long Step(int i)
    {
        Check(pdncv_mat_dimension(Handle, i, out _, out var step));
        return step;
    }

    /// <summary>The number of pixels.</summary>
    public long Total() => Header.Total;

    public bool Empty()
    {
        var header = Header;
        return header.Data == IntPtr.Zero || header.Total == 0;
    }

    /// <summary>Whether no bytes lie between the rows.</summary>
    public bool IsContinuous() => Header.IsContinuous;

    public bool IsSubmatrix() => Header.IsSubmatrix;

    /// <summary>Gives the pixels up, as a disposal does; the Mat stays usable and is empty.</summary>
    public void Release() => Check(pdncv_mat_release(this));

    public override string ToString()
    {
        if (IsDisposed)
            return "Mat [ disposed ]";
        var header = Header;
        return $"Mat [ {header.Rows}*{header.Cols}*{header.Type}, IsContinuous={header.IsContinuous}, IsSubmatrix={header.IsSubmatrix} ]";
    }
}
