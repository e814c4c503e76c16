namespace OpenCvSharp;

/// <summary>A pixel of two channels of type <see cref="int"/>.</summary>
public struct Vec2i : IEquatable<Vec2i>
{
    public int Item0;
    public int Item1;

    public Vec2i(int item0, int item1)
    {
        Item0 = item0;
        Item1 = item1;
    }

    public readonly void Deconstruct(out int item0, out int item1) =>
        (item0, item1) = (Item0, Item1);

    public int this[int i]
    {
        readonly get => i switch
        {
            0 => Item0,
            1 => Item1,
            _ => throw new ArgumentOutOfRangeException(nameof(i), i, "Vec2i has the items 0 to 1."),
        };
        set
        {
            switch (i)
            {
                case 0: Item0 = value; break;
                case 1: Item1 = value; break;
                default: throw new ArgumentOutOfRangeException(nameof(i), i, "Vec2i has the items 0 to 1.");
            }
        }
    }

    public static bool operator ==(Vec2i a, Vec2i b) => a.Equals(b);

    public static bool operator !=(Vec2i a, Vec2i b) => !a.Equals(b);

    public readonly bool Equals(Vec2i other) =>
        Item0 == other.Item0 && Item1 == other.Item1;

    public override readonly bool Equals(object? obj) => obj is Vec2i other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Item0, Item1);

    public override readonly string ToString() => $"({Item0}, {Item1})";
}
