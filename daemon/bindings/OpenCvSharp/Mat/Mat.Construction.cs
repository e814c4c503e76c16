using OpenCvSharp.Internal;
using static OpenCvSharp.Internal.NativeMethods;

namespace OpenCvSharp;

public partial class Mat
{
    /// <summary>An empty Mat, mostly to be filled by a function.</summary>
    public Mat()
        : this(NewHandle(null, (out IntPtr mat) => pdncv_mat_new(out mat)))
    {
    }

    /// <summary>A Mat of undefined pixels.</summary>
    public Mat(int rows, int cols, MatType type)
        : this(Allocate([rows, cols], type))
    {
    }

    /// <summary>A Mat with all pixels equal to <paramref name="s"/>.</summary>
    public Mat(int rows, int cols, MatType type, Scalar s)
        : this(rows, cols, type) => SetTo(s);

    /// <summary>A Mat of undefined pixels.</summary>
    public Mat(Size size, MatType type)
        : this(size.Height, size.Width, type)
    {
    }

    /// <summary>A Mat with all pixels equal to <paramref name="s"/>.</summary>
    public Mat(Size size, MatType type, Scalar s)
        : this(size.Height, size.Width, type, s)
    {
    }

    /// <summary>A Mat of any number of dimensions and of undefined values.</summary>
    public Mat(IEnumerable<int> sizes, MatType type)
        : this(Allocate([.. sizes], type))
    {
    }

    /// <summary>A Mat of any number of dimensions with all values equal to <paramref name="s"/>.</summary>
    public Mat(IEnumerable<int> sizes, MatType type, Scalar s)
        : this(sizes, type) => SetTo(s);

    /// <summary>Another header over the same pixels.</summary>
    public Mat(Mat m)
        : this(View(m, (MatSafeHandle parent, out IntPtr mat) => pdncv_mat_new_header(parent, out mat)))
    {
    }

    /// <summary>A view of a part of <paramref name="m"/>; no pixel is copied.</summary>
    public Mat(Mat m, Rect roi)
        : this(View(m, (MatSafeHandle parent, out IntPtr mat) => pdncv_mat_new_rect(parent, roi, out mat)))
    {
    }

    /// <summary>A view of some rows, and columns, of <paramref name="m"/>; no pixel is copied.</summary>
    public Mat(Mat m, Range rowRange, Range? colRange = null)
        : this(m, m.RectOf(rowRange, colRange ?? Range.All))
    {
    }

    /// <summary>
    /// A Mat over pixels that belong to someone else, who must keep them in place until this Mat and all its views are disposed.
    /// </summary>
    /// <param name="rows">Height in pixels.</param>
    /// <param name="cols">Width in pixels.</param>
    /// <param name="type">Depth and channels.</param>
    /// <param name="data">The first pixel.</param>
    /// <param name="step">Bytes from a row to the next; 0 if the rows follow each other without a gap.</param>
    public static Mat FromPixelData(int rows, int cols, MatType type, IntPtr data, long step = 0) =>
        new(NewHandle(null, (out IntPtr mat) => pdncv_mat_new_data(rows, cols, type.Value, data, step, out mat)));

    /// <summary>
    /// A Mat over a managed array, whose elements the Mat reads and writes. The array stays pinned until this Mat and all its
    /// views are disposed.
    /// </summary>
    /// <param name="rows">Height in pixels.</param>
    /// <param name="cols">Width in pixels.</param>
    /// <param name="type">Depth and channels.</param>
    /// <param name="data">An array of numbers, or of structs of numbers such as <see cref="Vec3b"/>.</param>
    /// <param name="step">Bytes from a row to the next; 0 if the rows follow each other without a gap.</param>
    /// <exception cref="ArgumentException">The array is too short, or holds references.</exception>
    public static Mat FromPixelData(int rows, int cols, MatType type, Array data, long step = 0)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(cols);
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        var pinned = new PinnedArray(data);
        pinned.Share();
        try
        {
            var rowBytes = (long)cols * MatElements.SizeOf(type);
            var needed = rows == 0 ? 0 : ((rows - 1) * (step == 0 ? rowBytes : step)) + rowBytes;
            if (needed > pinned.ByteCount)
                throw new ArgumentException(
                    $"{rows} rows of {cols} pixels of type {type} need {needed} bytes; the array has {pinned.ByteCount}.", nameof(data));
            return new Mat(NewHandle(
                pinned, (out IntPtr mat) => pdncv_mat_new_data(rows, cols, type.Value, pinned.Address, step, out mat)));
        }
        finally
        {
            pinned.Release();
        }
    }

    public static Mat ZerosMat(int rows, int cols, MatType type) => new(rows, cols, type, default);

    public static Mat ZerosMat(Size size, MatType type) => new(size, type, default);

    /// <summary>Gives the Mat this size and type, keeping its memory if it fits; the pixels are undefined.</summary>
    public void Create(int rows, int cols, MatType type) => Check(pdncv_mat_create(this, 2, [rows, cols], type.Value));

    /// <summary>Gives the Mat this size and type, keeping its memory if it fits; the pixels are undefined.</summary>
    public void Create(Size size, MatType type) => Create(size.Height, size.Width, type);

    private delegate int NativeConstructor(out IntPtr mat);

    private delegate int NativeView(MatSafeHandle parent, out IntPtr mat);

    private static MatSafeHandle NewHandle(PinnedArray? pinned, NativeConstructor construct)
    {
        Check(construct(out var mat));
        return new MatSafeHandle(mat, true, pinned);
    }

    private static MatSafeHandle Allocate(int[] sizes, MatType type) =>
        NewHandle(null, (out IntPtr mat) => pdncv_mat_new_sizes(sizes.Length, sizes, type.Value, out mat));

    private static MatSafeHandle View(Mat parent, NativeView view)
    {
        ArgumentNullException.ThrowIfNull(parent);
        return NewHandle(parent.Handle.Pinned, (out IntPtr mat) => view(parent.Handle, out mat));
    }

    /// <summary>A new Mat as filled by one native call; none is left behind if that fails.</summary>
    internal static Mat Filled(Action<Mat> fill)
    {
        var mat = new Mat();
        try
        {
            fill(mat);
            return mat;
        }
        catch
        {
            mat.Dispose();
            throw;
        }
    }
}
