namespace PaintDotNet.Imaging;

/// <summary>One byte of opacity; in the mask of a selection 255 is selected.</summary>
public struct ColorAlpha8 : INaturalPixelInfo<ColorAlpha8>, INaturalPixelInfo, IPixelInfo, IInternalImpl, IEquatable<ColorAlpha8>
{
    public ColorAlpha8(byte a) => A = a;

    public static ColorAlpha8 Opaque => new(255);

    public static ColorAlpha8 Transparent => default;

    public byte A { readonly get; set; }

    readonly int INaturalPixelInfo.BytesPerPixel => 1;

    readonly int IPixelInfo.BitsPerPixel => 8;

    readonly int IPixelInfo.ChannelCount => 1;

    readonly PixelFormat IPixelInfo.PixelFormat => PixelFormats.Alpha8;

    readonly bool IPixelInfo.SupportsTransparency => true;

    public static explicit operator ColorAlpha8(byte value) => new(value);

    public static explicit operator byte(ColorAlpha8 color) => color.A;

    public readonly bool Equals(ColorAlpha8 other) => A == other.A;

    public override readonly bool Equals(object? obj) => obj is ColorAlpha8 other && Equals(other);

    public override readonly int GetHashCode() => A;
}
