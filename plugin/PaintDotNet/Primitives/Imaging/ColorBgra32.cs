using System.Drawing;

namespace PaintDotNet.Imaging;

/// <summary>Blue, green, red and alpha, each 0..255, in this order in memory; alpha is not multiplied in.</summary>
public struct ColorBgra32 : INaturalPixelInfo<ColorBgra32>, INaturalPixelInfo, IPixelInfo, IInternalImpl, IEquatable<ColorBgra32>
{
    public ColorBgra32(byte b, byte g, byte r, byte a) => Bgra = b | (uint)g << 8 | (uint)r << 16 | (uint)a << 24;

    public ColorBgra32(uint bgra) => Bgra = bgra;

    public uint Bgra { readonly get; set; }

    public byte B
    {
        readonly get => Get(0);
        set => Set(0, value);
    }

    public byte G
    {
        readonly get => Get(1);
        set => Set(1, value);
    }

    public byte R
    {
        readonly get => Get(2);
        set => Set(2, value);
    }

    public byte A
    {
        readonly get => Get(3);
        set => Set(3, value);
    }

    /// <summary>The weights of ITU-R BT.601, 0.299 R + 0.587 G + 0.114 B, in units of 1/65536.</summary>
    public readonly byte Intensity => (byte)((7471 * B + 38470 * G + 19595 * R) >> 16);

    readonly int INaturalPixelInfo.BytesPerPixel => 4;

    readonly int IPixelInfo.BitsPerPixel => 32;

    readonly int IPixelInfo.ChannelCount => 4;

    readonly PixelFormat IPixelInfo.PixelFormat => PixelFormats.Bgra32;

    readonly bool IPixelInfo.SupportsTransparency => true;

    public byte this[int index]
    {
#pragma warning disable IDE0251
        get => Get(Check(index));
#pragma warning restore IDE0251
        set => Set(Check(index), value);
    }

    public static bool operator ==(ColorBgra32 a, ColorBgra32 b) => a.Bgra == b.Bgra;

    public static bool operator !=(ColorBgra32 a, ColorBgra32 b) => a.Bgra != b.Bgra;

    public static explicit operator ColorBgra32(uint bgra) => new(bgra);

    public static explicit operator uint(ColorBgra32 color) => color.Bgra;

    public static implicit operator Color(ColorBgra32 color) => Color.FromArgb(color.A, color.R, color.G, color.B);

    public static implicit operator ColorBgra32(Color color) => new(color.B, color.G, color.R, color.A);

    public static ColorBgra32 FromBgra(byte b, byte g, byte r, byte a) => new(b, g, r, a);

    public static ColorBgra32 FromUInt32(uint bgra) => new(bgra);

    public readonly bool Equals(ColorBgra32 other) => Bgra == other.Bgra;

    public override readonly bool Equals(object? obj) => obj is ColorBgra32 other && Equals(other);

    public override readonly int GetHashCode() => (int)Bgra;

    public override readonly string ToString() => $"B {B} G {G} R {R} A {A}";

    private static int Check(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)index, 3u, nameof(index));
        return index;
    }

    private readonly byte Get(int index) => (byte)(Bgra >> (8 * index));

    private void Set(int index, byte value) => Bgra = Bgra & ~(0xFFu << (8 * index)) | (uint)value << (8 * index);
}
