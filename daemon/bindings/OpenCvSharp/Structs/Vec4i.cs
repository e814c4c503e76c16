namespace OpenCvSharp;

/// <summary>A pixel of four channels of type <see cref="int"/>.</summary>
public struct Vec4i : IEquatable<Vec4i>
{
    public int Item0;
    public int Item1;
    public int Item2;
    public int Item3;

    public Vec4i(int item0, int item1, int item2, int item3)
    {
        Item0 = item0;
        Item1 = item1;
        Item2 = item2;
        Item3 = item3;
    }

    public readonly void Deconstruct(out int item0, out int item1, out int item2, out int item3) =>
        (item0, item1, item2, item3) = (Item0, Item1, Item2, Item3);

    public int this[int i]
    {
        readonly get => i switch
        {
            0 => Item0,
            1 => Item1,
            2 => Item2,
            3 => Item3,
            _ => throw new ArgumentOutOfRangeException(nameof(i), i, "Vec4i has the items 0 to 3."),
        };
        set
        {
            switch (i)
            {
                case 0: Item0 = value; break;
                case 1: Item1 = value; break;
                case 2: Item2 = value; break;
                case 3: Item3 = value; break;
                default: throw new ArgumentOutOfRangeException(nameof(i), i, "Vec4i has the items 0 to 3.");
            }
        }
    }

    public static bool operator ==(Vec4i a, Vec4i b) => a.Equals(b);

    public static bool operator !=(Vec4i a, Vec4i b) => !a.Equals(b);

    public readonly bool Equals(Vec4i other) =>
        Item0 == other.Item0 && Item1 == other.Item1 && Item2 == other.Item2 && Item3 == other.Item3;

    public override readonly bool Equals(object? obj) => obj is Vec4i other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Item0, Item1, Item2, Item3);

    public override readonly string ToString() => $"({Item0}, {Item1}, {Item2}, {Item3})";
}
