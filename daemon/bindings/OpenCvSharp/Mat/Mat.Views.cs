using static OpenCvSharp.Internal.NativeMethods;

namespace OpenCvSharp;

// Parts of a Mat. All but Clone share its pixels.
public partial class Mat
{
    public Mat this[Rect roi]
    {
        get => SubMat(roi);
        set => CopyInto(SubMat(roi), value);
    }

    public Mat this[int rowStart, int rowEnd, int colStart, int colEnd]
    {
        get => SubMat(rowStart, rowEnd, colStart, colEnd);
        set => CopyInto(SubMat(rowStart, rowEnd, colStart, colEnd), value);
    }

    public Mat this[Range rowRange, Range colRange]
    {
        get => SubMat(rowRange, colRange);
        set => CopyInto(SubMat(rowRange, colRange), value);
    }

    public Mat this[System.Range rowRange, System.Range colRange]
    {
        get => SubMat(rowRange, colRange);
        set => CopyInto(SubMat(rowRange, colRange), value);
    }

    public Mat SubMat(Rect roi) => new(this, roi);

    public Mat SubMat(int rowStart, int rowEnd, int colStart, int colEnd) =>
        new(this, new Range(rowStart, rowEnd), new Range(colStart, colEnd));

    public Mat SubMat(Range rowRange, Range colRange) => new(this, rowRange, colRange);

    public Mat SubMat(System.Range rowRange, System.Range colRange) =>
        new(this, Resolve(rowRange, Rows), Resolve(colRange, Cols));

    public Mat Row(int y) => RowRange(y, y + 1);

    public Mat Col(int x) => ColRange(x, x + 1);

    public Mat RowRange(int startRow, int endRow) => new(this, new Range(startRow, endRow), Range.All);

    public Mat RowRange(Range range) => new(this, range, Range.All);

    public Mat RowRange(System.Range range) => new(this, Resolve(range, Rows), Range.All);

    public Mat ColRange(int startCol, int endCol) => new(this, Range.All, new Range(startCol, endCol));

    public Mat ColRange(Range range) => new(this, Range.All, range);

    public Mat ColRange(System.Range range) => new(this, Range.All, Resolve(range, Cols));

    /// <summary>The same pixels with another number of channels (0: as now) and rows (0: as now).</summary>
    public Mat Reshape(int cn, int rows = 0) =>
        new(View(this, (MatSafeHandle parent, out IntPtr mat) => pdncv_mat_new_rows(parent, cn, rows, out mat)));

    /// <summary>The same pixels with another number of channels (0: as now) and other dimensions.</summary>
    public Mat Reshape(int cn, params int[] newDims)
    {
        ArgumentNullException.ThrowIfNull(newDims);
        return new(View(
            this, (MatSafeHandle parent, out IntPtr mat) => pdncv_mat_new_reshaped(parent, cn, newDims.Length, newDims, out mat)));
    }

    /// <summary>A copy with pixels of its own.</summary>
    public Mat Clone() => Filled(copy => CopyTo(copy));

    /// <summary>A copy of a part, with pixels of its own.</summary>
    public Mat Clone(Rect roi)
    {
        using var part = SubMat(roi);
        return part.Clone();
    }

    internal Rect RectOf(Range rowRange, Range colRange)
    {
        var rows = rowRange == Range.All ? new Range(0, Rows) : rowRange;
        var cols = colRange == Range.All ? new Range(0, Cols) : colRange;
        return new Rect(cols.Start, rows.Start, cols.End - cols.Start, rows.End - rows.Start);
    }

    private static Range Resolve(System.Range range, int length)
    {
        var (offset, count) = range.GetOffsetAndLength(length);
        return new Range(offset, offset + count);
    }

    private static void CopyInto(Mat part, Mat value)
    {
        using (part)
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Size() != part.Size() || value.Type() != part.Type())
                throw new ArgumentException($"{value} does not fit into {part}: size and type must be the same.", nameof(value));
            value.CopyTo(part);
        }
    }
}
