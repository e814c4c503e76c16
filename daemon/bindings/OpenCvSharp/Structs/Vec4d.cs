namespace OpenCvSharp;

/// <summary>A pixel of four channels of type <see cref="double"/>.</summary>
public struct Vec4d : IEquatable<Vec4d>
{
    public double Item0;
    public double Item1;
    public double Item2;
    public double Item3;

    public Vec4d(double item0, double item1, double item2, double item3)
    {
        Item0 = item0;
        Item1 = item1;
        Item2 = item2;
        Item3 = item3;
    }

    public readonly void Deconstruct(out double item0, out double item1, out double item2, out double item3) =>
        (item0, item1, item2, item3) = (Item0, Item1, Item2, Item3);

    public double this[int i]
    {
        readonly get => i switch
        {
            0 => Item0,
            1 => Item1,
            2 => Item2,
            3 => Item3,
            _ => throw new ArgumentOutOfRangeException(nameof(i), i, "Vec4d has the items 0 to 3."),
        };
        set
        {
            switch (i)
            {
                case 0: Item0 = value; break;
                case 1: Item1 = value; break;
                case 2: Item2 = value; break;
                case 3: Item3 = value; break;
                default: throw new ArgumentOutOfRangeException(nameof(i), i, "Vec4d has the items 0 to 3.");
            }
        }
    }

    public static bool operator ==(Vec4d a, Vec4d b) => a.Equals(b);

    public static bool operator !=(Vec4d a, Vec4d b) => !a.Equals(b);

    public readonly bool Equals(Vec4d other) =>
        Item0.Equals(other.Item0) && Item1.Equals(other.Item1) && Item2.Equals(other.Item2) && Item3.Equals(other.Item3);

    public override readonly bool Equals(object? obj) => obj is Vec4d other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Item0, Item1, Item2, Item3);

    public override readonly string ToString() => $"({Item0}, {Item1}, {Item2}, {Item3})";
}
