using static OpenCvSharp.Internal.NativeMethods;

namespace OpenCvSharp;

// imgproc: drawing. A shift of n makes coordinates multiples of 1 / 2^n pixel.
public static partial class Cv2
{
    public static void Line(
        InputOutputArray img, Point pt1, Point pt2, Scalar color, int thickness = 1, LineTypes lineType = LineTypes.Link8, int shift = 0) =>
        Check(pdncv_line(img, pt1, pt2, color, thickness, (int)lineType, shift));

    public static void Line(
        InputOutputArray img, int pt1X, int pt1Y, int pt2X, int pt2Y, Scalar color, int thickness = 1, LineTypes lineType = LineTypes.Link8,
        int shift = 0) =>
        Line(img, new Point(pt1X, pt1Y), new Point(pt2X, pt2Y), color, thickness, lineType, shift);

    public static void Circle(
        InputOutputArray img, Point center, int radius, Scalar color, int thickness = 1, LineTypes lineType = LineTypes.Link8, int shift = 0) =>
        Check(pdncv_circle(img, center, radius, color, thickness, (int)lineType, shift));

    public static void Circle(
        InputOutputArray img, int centerX, int centerY, int radius, Scalar color, int thickness = 1, LineTypes lineType = LineTypes.Link8,
        int shift = 0) =>
        Circle(img, new Point(centerX, centerY), radius, color, thickness, lineType, shift);

    public static void Rectangle(
        InputOutputArray img, Point pt1, Point pt2, Scalar color, int thickness = 1, LineTypes lineType = LineTypes.Link8, int shift = 0) =>
        Check(pdncv_rectangle(img, pt1, pt2, color, thickness, (int)lineType, shift));

    public static void Rectangle(
        InputOutputArray img, Rect rect, Scalar color, int thickness = 1, LineTypes lineType = LineTypes.Link8, int shift = 0) =>
        Check(pdncv_rectangle_rect(img, rect, color, thickness, (int)lineType, shift));

    public static void Rectangle(
        Mat img, Point pt1, Point pt2, Scalar color, int thickness = 1, LineTypes lineType = LineTypes.Link8, int shift = 0) =>
        Rectangle((InputOutputArray)img, pt1, pt2, color, thickness, lineType, shift);

    public static void Rectangle(
        Mat img, Rect rect, Scalar color, int thickness = 1, LineTypes lineType = LineTypes.Link8, int shift = 0) =>
        Rectangle((InputOutputArray)img, rect, color, thickness, lineType, shift);

    public static void Ellipse(
        InputOutputArray img, Point center, Size axes, double angle, double startAngle, double endAngle, Scalar color, int thickness = 1,
        LineTypes lineType = LineTypes.Link8, int shift = 0) =>
        Check(pdncv_ellipse(img, center, axes, angle, startAngle, endAngle, color, thickness, (int)lineType, shift));

    /// <summary>Fills the area within an odd number of the polygons' edges.</summary>
    public static void FillPoly(
        Mat img, IEnumerable<IEnumerable<Point>> pts, Scalar color, LineTypes lineType = LineTypes.Link8, int shift = 0, Point? offset = null)
    {
        var (points, counts) = Polygons(pts);
        Check(pdncv_fill_poly(img, points, counts, counts.Length, color, (int)lineType, shift, offset.GetValueOrDefault()));
    }

    public static void Polylines(
        Mat img, IEnumerable<IEnumerable<Point>> pts, bool isClosed, Scalar color, int thickness = 1, LineTypes lineType = LineTypes.Link8,
        int shift = 0)
    {
        var (points, counts) = Polygons(pts);
        Check(pdncv_polylines(img, points, counts, counts.Length, isClosed ? 1 : 0, color, thickness, (int)lineType, shift));
    }

    /// <param name="img">The picture.</param>
    /// <param name="text">ASCII; other characters become question marks.</param>
    /// <param name="org">The text's bottom left corner.</param>
    /// <param name="fontFace">The font.</param>
    /// <param name="fontScale">Times the font's base size.</param>
    /// <param name="color">In the picture's order of channels.</param>
    /// <param name="thickness">Of the strokes, in pixels.</param>
    /// <param name="lineType">How strokes are drawn.</param>
    /// <param name="bottomLeftOrigin">Whether y counts upwards.</param>
    public static void PutText(
        InputOutputArray img, string text, Point org, HersheyFonts fontFace, double fontScale, Scalar color, int thickness = 1,
        LineTypes lineType = LineTypes.Link8, bool bottomLeftOrigin = false) =>
        Check(pdncv_put_text(img, text, org, (int)fontFace, fontScale, color, thickness, (int)lineType, bottomLeftOrigin ? 1 : 0));

    /// <param name="text">ASCII.</param>
    /// <param name="fontFace">The font.</param>
    /// <param name="fontScale">Times the font's base size.</param>
    /// <param name="thickness">Of the strokes, in pixels.</param>
    /// <param name="baseLine">Gets the pixels below the base line.</param>
    public static Size GetTextSize(string text, HersheyFonts fontFace, double fontScale, int thickness, out int baseLine)
    {
        Check(pdncv_get_text_size(text, (int)fontFace, fontScale, thickness, out baseLine, out var size));
        return size;
    }

    private static (Point[] Points, int[] Counts) Polygons(IEnumerable<IEnumerable<Point>> polygons)
    {
        ArgumentNullException.ThrowIfNull(polygons);
        Point[][] list = [.. polygons.Select(polygon => polygon.ToArray())];
        return ([.. list.SelectMany(polygon => polygon)], [.. list.Select(polygon => polygon.Length)]);
    }
}
