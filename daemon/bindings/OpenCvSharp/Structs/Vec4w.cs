namespace OpenCvSharp;

/// <summary>A pixel of four channels of type <see cref="ushort"/>.</summary>
public struct Vec4w : IEquatable<Vec4w>
{
    public ushort Item0;
    public ushort Item1;
    public ushort Item2;
    public ushort Item3;

    public Vec4w(ushort item0, ushort item1, ushort item2, ushort item3)
    {
        Item0 = item0;
        Item1 = item1;
        Item2 = item2;
        Item3 = item3;
    }

    public readonly void Deconstruct(out ushort item0, out ushort item1, out ushort item2, out ushort item3) =>
        (item0, item1, item2, item3) = (Item0, Item1, Item2, Item3);

    public ushort this[int i]
    {
        readonly get => i switch
        {
            0 => Item0,
            1 => Item1,
            2 => Item2,
            3 => Item3,
            _ => throw new ArgumentOutOfRangeException(nameof(i), i, "Vec4w has the items 0 to 3."),
        };
        set
        {
            switch (i)
            {
                case 0: Item0 = value; break;
                case 1: Item1 = value; break;
                case 2: Item2 = value; break;
                case 3: Item3 = value; break;
                default: throw new ArgumentOutOfRangeException(nameof(i), i, "Vec4w has the items 0 to 3.");
            }
        }
    }

    public static bool operator ==(Vec4w a, Vec4w b) => a.Equals(b);

    public static bool operator !=(Vec4w a, Vec4w b) => !a.Equals(b);

    public readonly bool Equals(Vec4w other) =>
        Item0 == other.Item0 && Item1 == other.Item1 && Item2 == other.Item2 && Item3 == other.Item3;

    public override readonly bool Equals(object? obj) => obj is Vec4w other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Item0, Item1, Item2, Item3);

    public override readonly string ToString() => $"({Item0}, {Item1}, {Item2}, {Item3})";
}
