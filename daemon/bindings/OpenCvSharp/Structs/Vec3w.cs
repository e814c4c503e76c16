namespace OpenCvSharp;

/// <summary>A pixel of three channels of type <see cref="ushort"/>.</summary>
public struct Vec3w : IEquatable<Vec3w>
{
    public ushort Item0;
    public ushort Item1;
    public ushort Item2;

    public Vec3w(ushort item0, ushort item1, ushort item2)
    {
        Item0 = item0;
        Item1 = item1;
        Item2 = item2;
    }

    public readonly void Deconstruct(out ushort item0, out ushort item1, out ushort item2) =>
        (item0, item1, item2) = (Item0, Item1, Item2);

    public ushort this[int i]
    {
        readonly get => i switch
        {
            0 => Item0,
            1 => Item1,
            2 => Item2,
            _ => throw new ArgumentOutOfRangeException(nameof(i), i, "Vec3w has the items 0 to 2."),
        };
        set
        {
            switch (i)
            {
                case 0: Item0 = value; break;
                case 1: Item1 = value; break;
                case 2: Item2 = value; break;
                default: throw new ArgumentOutOfRangeException(nameof(i), i, "Vec3w has the items 0 to 2.");
            }
        }
    }

    public static bool operator ==(Vec3w a, Vec3w b) => a.Equals(b);

    public static bool operator !=(Vec3w a, Vec3w b) => !a.Equals(b);

    public readonly bool Equals(Vec3w other) =>
        Item0 == other.Item0 && Item1 == other.Item1 && Item2 == other.Item2;

    public override readonly bool Equals(object? obj) => obj is Vec3w other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Item0, Item1, Item2);

    public override readonly string ToString() => $"({Item0}, {Item1}, {Item2})";
}
