namespace OpenCvSharp;

/// <summary>A pixel of three channels of type <see cref="short"/>.</summary>
public struct Vec3s : IEquatable<Vec3s>
{
    public short Item0;
    public short Item1;
    public short Item2;

    public Vec3s(short item0, short item1, short item2)
    {
        Item0 = item0;
        Item1 = item1;
        Item2 = item2;
    }

    public readonly void Deconstruct(out short item0, out short item1, out short item2) =>
        (item0, item1, item2) = (Item0, Item1, Item2);

    public short this[int i]
    {
        readonly get => i switch
        {
            0 => Item0,
            1 => Item1,
            2 => Item2,
            _ => throw new ArgumentOutOfRangeException(nameof(i), i, "Vec3s has the items 0 to 2."),
        };
        set
        {
            switch (i)
            {
                case 0: Item0 = value; break;
                case 1: Item1 = value; break;
                case 2: Item2 = value; break;
                default: throw new ArgumentOutOfRangeException(nameof(i), i, "Vec3s has the items 0 to 2.");
            }
        }
    }

    public static bool operator ==(Vec3s a, Vec3s b) => a.Equals(b);

    public static bool operator !=(Vec3s a, Vec3s b) => !a.Equals(b);

    public readonly bool Equals(Vec3s other) =>
        Item0 == other.Item0 && Item1 == other.Item1 && Item2 == other.Item2;

    public override readonly bool Equals(object? obj) => obj is Vec3s other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Item0, Item1, Item2);

    public override readonly string ToString() => $"({Item0}, {Item1}, {Item2})";
}
