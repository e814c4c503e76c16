using System.Drawing;

namespace PaintDotNet.Rendering;

/// <summary>A pixel's place.</summary>
public struct Point2Int32 : IEquatable<Point2Int32>
{
    public Point2Int32(int x, int y)
    {
        X = x;
        Y = y;
    }

    public static Point2Int32 Zero => default;

    public readonly bool IsZero => X == 0 && Y == 0;

    public int X { readonly get; set; }

    public int Y { readonly get; set; }

    public static bool operator ==(Point2Int32 lhs, Point2Int32 rhs) => lhs.Equals(rhs);

    public static bool operator !=(Point2Int32 lhs, Point2Int32 rhs) => !lhs.Equals(rhs);

    public static Point2Int32 operator -(Point2Int32 pt) => new(-pt.X, -pt.Y);

    public static implicit operator Point2Int32(Point point) => new(point.X, point.Y);

    public static implicit operator Point(Point2Int32 point) => new(point.X, point.Y);

    public readonly bool Equals(Point2Int32 other) => X == other.X && Y == other.Y;

    public override readonly bool Equals(object? obj) => obj is Point2Int32 other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(X, Y);

    public override readonly string ToString() => $"({X}, {Y})";
}
