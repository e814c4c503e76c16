namespace OpenCvSharp;

/// <summary>A pixel of two channels of type <see cref="short"/>.</summary>
public struct Vec2s : IEquatable<Vec2s>
{
    public short Item0;
    public short Item1;

    public Vec2s(short item0, short item1)
    {
        Item0 = item0;
        Item1 = item1;
    }

    public readonly void Deconstruct(out short item0, out short item1) =>
        (item0, item1) = (Item0, Item1);

    public short this[int i]
    {
        readonly get => i switch
        {
            0 => Item0,
            1 => Item1,
            _ => throw new ArgumentOutOfRangeException(nameof(i), i, "Vec2s has the items 0 to 1."),
        };
        set
        {
            switch (i)
            {
                case 0: Item0 = value; break;
                case 1: Item1 = value; break;
                default: throw new ArgumentOutOfRangeException(nameof(i), i, "Vec2s has the items 0 to 1.");
            }
        }
    }

    public static bool operator ==(Vec2s a, Vec2s b) => a.Equals(b);

    public static bool operator !=(Vec2s a, Vec2s b) => !a.Equals(b);

    public readonly bool Equals(Vec2s other) =>
        Item0 == other.Item0 && Item1 == other.Item1;

    public override readonly bool Equals(object? obj) => obj is Vec2s other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Item0, Item1);

    public override readonly string ToString() => $"({Item0}, {Item1})";
}
