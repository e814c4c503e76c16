namespace PaintDotNet.Imaging;

/// <summary>The formats that plugins may name; the identifiers are those of the Windows Imaging Component (wincodec.h).</summary>
public static class PixelFormats
{
    public static PixelFormat Alpha8 { get; } = new(new Guid("e6cd0116-eeba-4161-aa85-27dd9fb3a895"));

    public static PixelFormat Bgra32 { get; } = new(new Guid("6fddc324-4e03-4bfe-b185-3d77768dc90f"));

    public static PixelFormat Pbgra32 { get; } = new(new Guid("6fddc324-4e03-4bfe-b185-3d77768dc910"));

    public static PixelFormat Rgba128Float { get; } = new(new Guid("6fddc324-4e03-4bfe-b185-3d77768dc919"));

    public static PixelFormat Prgba128Float { get; } = new(new Guid("6fddc324-4e03-4bfe-b185-3d77768dc91a"));

    internal static (int Bits, string Name) Describe(PixelFormat format)
    {
        if (format == Alpha8) return (8, nameof(Alpha8));
        if (format == Bgra32) return (32, nameof(Bgra32));
        if (format == Pbgra32) return (32, nameof(Pbgra32));
        if (format == Rgba128Float) return (128, nameof(Rgba128Float));
        if (format == Prgba128Float) return (128, nameof(Prgba128Float));
        throw new NotSupportedException($"The pixel format {format.Guid} is not known here.");
    }
}
