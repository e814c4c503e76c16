namespace OpenCvSharp;

/// <summary>A pixel of three channels of type <see cref="double"/>.</summary>
public struct Vec3d : IEquatable<Vec3d>
{
    public double Item0;
    public double Item1;
    public double Item2;

    public Vec3d(double item0, double item1, double item2)
    {
        Item0 = item0;
        Item1 = item1;
        Item2 = item2;
    }

    public readonly void Deconstruct(out double item0, out double item1, out double item2) =>
        (item0, item1, item2) = (Item0, Item1, Item2);

    public double this[int i]
    {
        readonly get => i switch
        {
            0 => Item0,
            1 => Item1,
            2 => Item2,
            _ => throw new ArgumentOutOfRangeException(nameof(i), i, "Vec3d has the items 0 to 2."),
        };
        set
        {
            switch (i)
            {
                case 0: Item0 = value; break;
                case 1: Item1 = value; break;
                case 2: Item2 = value; break;
                default: throw new ArgumentOutOfRangeException(nameof(i), i, "Vec3d has the items 0 to 2.");
            }
        }
    }

    public static bool operator ==(Vec3d a, Vec3d b) => a.Equals(b);

    public static bool operator !=(Vec3d a, Vec3d b) => !a.Equals(b);

    public readonly bool Equals(Vec3d other) =>
        Item0.Equals(other.Item0) && Item1.Equals(other.Item1) && Item2.Equals(other.Item2);

    public override readonly bool Equals(object? obj) => obj is Vec3d other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Item0, Item1, Item2);

    public override readonly string ToString() => $"({Item0}, {Item1}, {Item2})";
}
