namespace OpenCvSharp;

/// <summary>A pixel of two channels of type <see cref="byte"/>.</summary>
public struct Vec2b : IEquatable<Vec2b>
{
    public byte Item0;
    public byte Item1;

    public Vec2b(byte item0, byte item1)
    {
        Item0 = item0;
        Item1 = item1;
    }

    public readonly void Deconstruct(out byte item0, out byte item1) =>
        (item0, item1) = (Item0, Item1);

    public byte this[int i]
    {
        readonly get => i switch
        {
            0 => Item0,
            1 => Item1,
            _ => throw new ArgumentOutOfRangeException(nameof(i), i, "Vec2b has the items 0 to 1."),
        };
        set
        {
            switch (i)
            {
                case 0: Item0 = value; break;
                case 1: Item1 = value; break;
                default: throw new ArgumentOutOfRangeException(nameof(i), i, "Vec2b has the items 0 to 1.");
            }
        }
    }

    public static bool operator ==(Vec2b a, Vec2b b) => a.Equals(b);

    public static bool operator !=(Vec2b a, Vec2b b) => !a.Equals(b);

    public readonly bool Equals(Vec2b other) =>
        Item0 == other.Item0 && Item1 == other.Item1;

    public override readonly bool Equals(object? obj) => obj is Vec2b other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Item0, Item1);

    public override readonly string ToString() => $"({Item0}, {Item1})";
}
