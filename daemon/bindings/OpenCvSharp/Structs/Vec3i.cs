namespace OpenCvSharp;

/// <summary>A pixel of three channels of type <see cref="int"/>.</summary>
public struct Vec3i : IEquatable<Vec3i>
{
    public int Item0;
    public int Item1;
    public int Item2;

    public Vec3i(int item0, int item1, int item2)
    {
        Item0 = item0;
        Item1 = item1;
        Item2 = item2;
    }

    public readonly void Deconstruct(out int item0, out int item1, out int item2) =>
        (item0, item1, item2) = (Item0, Item1, Item2);

    public int this[int i]
    {
        readonly get => i switch
        {
            0 => Item0,
            1 => Item1,
            2 => Item2,
            _ => throw new ArgumentOutOfRangeException(nameof(i), i, "Vec3i has the items 0 to 2."),
        };
        set
        {
            switch (i)
            {
                case 0: Item0 = value; break;
                case 1: Item1 = value; break;
                case 2: Item2 = value; break;
                default: throw new ArgumentOutOfRangeException(nameof(i), i, "Vec3i has the items 0 to 2.");
            }
        }
    }

    public static bool operator ==(Vec3i a, Vec3i b) => a.Equals(b);

    public static bool operator !=(Vec3i a, Vec3i b) => !a.Equals(b);

    public readonly bool Equals(Vec3i other) =>
        Item0 == other.Item0 && Item1 == other.Item1 && Item2 == other.Item2;

    public override readonly bool Equals(object? obj) => obj is Vec3i other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Item0, Item1, Item2);

    public override readonly string ToString() => $"({Item0}, {Item1}, {Item2})";
}
