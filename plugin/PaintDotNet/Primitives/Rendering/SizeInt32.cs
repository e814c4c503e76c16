using System.Drawing;

namespace PaintDotNet.Rendering;

/// <summary>A width and a height in pixels.</summary>
public struct SizeInt32 : IEquatable<SizeInt32>
{
    public SizeInt32(int width, int height)
    {
        Width = width;
        Height = height;
    }

    public static SizeInt32 Zero => default;

    public readonly long Area => (long)Width * Height;

    public readonly bool HasArea => Width > 0 && Height > 0;

    public readonly bool IsEmpty => !HasArea;

    public readonly bool IsZero => Width == 0 && Height == 0;

    public int Width { readonly get; set; }

    public int Height { readonly get; set; }

    public static bool operator ==(SizeInt32 lhs, SizeInt32 rhs) => lhs.Equals(rhs);

    public static bool operator !=(SizeInt32 lhs, SizeInt32 rhs) => !lhs.Equals(rhs);

    public static implicit operator SizeInt32(Size size) => new(size.Width, size.Height);

    public static implicit operator Size(SizeInt32 size) => new(size.Width, size.Height);

    public readonly bool Equals(SizeInt32 other) => Width == other.Width && Height == other.Height;

    public override readonly bool Equals(object? obj) => obj is SizeInt32 other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Width, Height);

    public override readonly string ToString() => $"{Width} x {Height}";
}
