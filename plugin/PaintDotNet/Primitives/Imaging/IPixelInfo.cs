namespace PaintDotNet.Imaging;

/// <summary>What a type of pixel is.</summary>
public interface IPixelInfo : IInternalImpl
{
    int BitsPerPixel { get; }

    int ChannelCount { get; }

    PixelFormat PixelFormat { get; }

    bool SupportsTransparency { get; }
}
