namespace OpenCvSharp;

/// <summary>A position between pixels: X counts columns, Y rows; pixel centres lie at whole numbers.</summary>
public record struct Point2d(double X, double Y)
{
    public double X = X;
    public double Y = Y;

    public static implicit operator Point2d(Point point) => new(point.X, point.Y);

    /// <summary>Cuts both coordinates to whole numbers, towards zero.</summary>
    public static explicit operator Point(Point2d self) => new((int)self.X, (int)self.Y);

    public readonly Point ToPoint() => (Point)this;

    public static Point2d operator +(Point2d p1, Point2d p2) => new(p1.X + p2.X, p1.Y + p2.Y);

    public static Point2d operator -(Point2d p1, Point2d p2) => new(p1.X - p2.X, p1.Y - p2.Y);

    public static Point2d operator -(Point2d pt) => new(-pt.X, -pt.Y);

    public static Point2d operator *(Point2d pt, double scale) => new(pt.X * scale, pt.Y * scale);

    public static double Distance(Point2d p1, Point2d p2) => double.Hypot(p2.X - p1.X, p2.Y - p1.Y);

    public readonly double DistanceTo(Point2d p) => Distance(this, p);
}
