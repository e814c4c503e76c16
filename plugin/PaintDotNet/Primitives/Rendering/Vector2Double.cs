namespace PaintDotNet.Rendering;

/// <summary>Two numbers.</summary>
public struct Vector2Double : IEquatable<Vector2Double>
{
    public Vector2Double(double x, double y)
    {
        X = x;
        Y = y;
    }

    public double X { readonly get; set; }

    public double Y { readonly get; set; }

    public readonly bool Equals(Vector2Double other) => X.Equals(other.X) && Y.Equals(other.Y);

    public override readonly bool Equals(object? obj) => obj is Vector2Double other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(X, Y);
}
