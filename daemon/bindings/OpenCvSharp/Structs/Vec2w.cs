namespace OpenCvSharp;

/// <summary>A pixel of two channels of type <see cref="ushort"/>.</summary>
public struct Vec2w : IEquatable<Vec2w>
{
    public ushort Item0;
    public ushort Item1;

    public Vec2w(ushort item0, ushort item1)
    {
        Item0 = item0;
        Item1 = item1;
    }

    public readonly void Deconstruct(out ushort item0, out ushort item1) =>
        (item0, item1) = (Item0, Item1);

    public ushort this[int i]
    {
        readonly get => i switch
        {
            0 => Item0,
            1 => Item1,
            _ => throw new ArgumentOutOfRangeException(nameof(i), i, "Vec2w has the items 0 to 1."),
        };
        set
        {
            switch (i)
            {
                case 0: Item0 = value; break;
                case 1: Item1 = value; break;
                default: throw new ArgumentOutOfRangeException(nameof(i), i, "Vec2w has the items 0 to 1.");
            }
        }
    }

    public static bool operator ==(Vec2w a, Vec2w b) => a.Equals(b);

    public static bool operator !=(Vec2w a, Vec2w b) => !a.Equals(b);

    public readonly bool Equals(Vec2w other) =>
        Item0 == other.Item0 && Item1 == other.Item1;

    public override readonly bool Equals(object? obj) => obj is Vec2w other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Item0, Item1);

    public override readonly string ToString() => $"({Item0}, {Item1})";
}
