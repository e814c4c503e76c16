namespace OpenCvSharp;

/// <summary>A pixel of four channels of type <see cref="short"/>.</summary>
public struct Vec4s : IEquatable<Vec4s>
{
    public short Item0;
    public short Item1;
    public short Item2;
    public short Item3;

    public Vec4s(short item0, short item1, short item2, short item3)
    {
        Item0 = item0;
        Item1 = item1;
        Item2 = item2;
        Item3 = item3;
    }

    public readonly void Deconstruct(out short item0, out short item1, out short item2, out short item3) =>
        (item0, item1, item2, item3) = (Item0, Item1, Item2, Item3);

    public short this[int i]
    {
        readonly get => i switch
        {
            0 => Item0,
            1 => Item1,
            2 => Item2,
            3 => Item3,
            _ => throw new ArgumentOutOfRangeException(nameof(i), i, "Vec4s has the items 0 to 3."),
        };
        set
        {
            switch (i)
            {
                case 0: Item0 = value; break;
                case 1: Item1 = value; break;
                case 2: Item2 = value; break;
                case 3: Item3 = value; break;
                default: throw new ArgumentOutOfRangeException(nameof(i), i, "Vec4s has the items 0 to 3.");
            }
        }
    }

    public static bool operator ==(Vec4s a, Vec4s b) => a.Equals(b);

    public static bool operator !=(Vec4s a, Vec4s b) => !a.Equals(b);

    public readonly bool Equals(Vec4s other) =>
        Item0 == other.Item0 && Item1 == other.Item1 && Item2 == other.Item2 && Item3 == other.Item3;

    public override readonly bool Equals(object? obj) => obj is Vec4s other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Item0, Item1, Item2, Item3);

    public override readonly string ToString() => $"({Item0}, {Item1}, {Item2}, {Item3})";
}
