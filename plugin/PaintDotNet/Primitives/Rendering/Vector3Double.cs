namespace PaintDotNet.Rendering;

/// <summary>Three numbers.</summary>
public struct Vector3Double : IEquatable<Vector3Double>
{
    public Vector3Double(double x, double y, double z)
    {
        X = x;
        Y = y;
        Z = z;
    }

    public double X { readonly get; set; }

    public double Y { readonly get; set; }

    public double Z { readonly get; set; }

    public readonly bool Equals(Vector3Double other) => X.Equals(other.X) && Y.Equals(other.Y) && Z.Equals(other.Z);

    public override readonly bool Equals(object? obj) => obj is Vector3Double other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(X, Y, Z);
}
