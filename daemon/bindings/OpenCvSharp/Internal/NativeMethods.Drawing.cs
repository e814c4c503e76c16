using System.Runtime.InteropServices;

namespace OpenCvSharp.Internal;

// imgproc: drawing. In the order of the shim.
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int pdncv_line(OutputArray image, Point a, Point b, Scalar color, int thickness, int line, int shift);

    [LibraryImport(Library)]
    internal static partial int pdncv_circle(
        OutputArray image, Point center, int radius, Scalar color, int thickness, int line, int shift);

    [LibraryImport(Library)]
    internal static partial int pdncv_rectangle(
        OutputArray image, Point a, Point b, Scalar color, int thickness, int line, int shift);

    [LibraryImport(Library)]
    internal static partial int pdncv_rectangle_rect(OutputArray image, Rect area, Scalar color, int thickness, int line, int shift);

    [LibraryImport(Library)]
    internal static partial int pdncv_ellipse(
        OutputArray image, Point center, Size axes, double angle, double start, double end, Scalar color, int thickness, int line, int shift);

    [LibraryImport(Library)]
    internal static partial int pdncv_fill_poly(
        OutputArray image, Point[] points, int[] counts, int polygonCount, Scalar color, int line, int shift, Point offset);

    [LibraryImport(Library)]
    internal static partial int pdncv_polylines(
        OutputArray image, Point[] points, int[] counts, int polygonCount, int closed, Scalar color, int thickness, int line, int shift);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int pdncv_put_text(
        OutputArray image, string text, Point origin, int font, double scale, Scalar color, int thickness, int line, int bottomLeft);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int pdncv_get_text_size(
        string text, int font, double scale, int thickness, out int baseLine, out Size result);
}
