namespace PaintDotNet.Imaging;

/// <summary>A format of pixels, by the identifier that the Windows Imaging Component gives it.</summary>
public readonly struct PixelFormat : IEquatable<PixelFormat>
{
    public PixelFormat(in Guid guid) => Guid = guid;

    public Guid Guid { get; }

    public static bool operator ==(in PixelFormat a, in PixelFormat b) => a.Equals(in b);

    public static bool operator !=(in PixelFormat a, in PixelFormat b) => !a.Equals(in b);

    public bool Equals(PixelFormat other) => Guid == other.Guid;

    public bool Equals(in PixelFormat other) => Guid == other.Guid;

    public override bool Equals(object? obj) => obj is PixelFormat other && Guid == other.Guid;

    public override int GetHashCode() => Guid.GetHashCode();

    public int GetBitsPerPixel() => PixelFormats.Describe(this).Bits;

    public string GetName() => PixelFormats.Describe(this).Name;
}
