namespace OpenCvSharp;

/// <summary>A pixel position: X counts columns, Y rows, both from 0.</summary>
public record struct Point(int X, int Y)
{
    public int X = X;
    public int Y = Y;

    /// <summary>Cuts both coordinates to whole numbers, towards zero.</summary>
    public Point(double x, double y)
        : this((int)x, (int)y)
    {
    }

    public static Point operator +(Point p1, Point p2) => new(p1.X + p2.X, p1.Y + p2.Y);

    public static Point operator -(Point p1, Point p2) => new(p1.X - p2.X, p1.Y - p2.Y);

    public static Point operator -(Point pt) => new(-pt.X, -pt.Y);

    public static Point operator *(Point pt, double scale) => new(pt.X * scale, pt.Y * scale);

    public static double Distance(Point p1, Point p2) => double.Hypot((double)p2.X - p1.X, (double)p2.Y - p1.Y);

    public readonly double DistanceTo(Point p) => Distance(this, p);
}
