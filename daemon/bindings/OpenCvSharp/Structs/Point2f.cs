namespace OpenCvSharp;

/// <summary>A position between pixels: X counts columns, Y rows; pixel centres lie at whole numbers.</summary>
public record struct Point2f(float X, float Y)
{
    public float X = X;
    public float Y = Y;

    public static implicit operator Point2f(Point point) => new(point.X, point.Y);

    /// <summary>Cuts both coordinates to whole numbers, towards zero.</summary>
    public static explicit operator Point(Point2f self) => new((int)self.X, (int)self.Y);

    public readonly Point ToPoint() => (Point)this;

    public static Point2f operator +(Point2f p1, Point2f p2) => new(p1.X + p2.X, p1.Y + p2.Y);

    public static Point2f operator -(Point2f p1, Point2f p2) => new(p1.X - p2.X, p1.Y - p2.Y);

    public static Point2f operator -(Point2f pt) => new(-pt.X, -pt.Y);

    public static Point2f operator *(Point2f pt, double scale) => new((float)(pt.X * scale), (float)(pt.Y * scale));

    public static double Distance(Point2f p1, Point2f p2) => double.Hypot(p2.X - p1.X, p2.Y - p1.Y);

    public readonly double DistanceTo(Point2f p) => Distance(this, p);
}
