namespace PaintDotNet.Imaging;

/// <summary>A type of pixel that takes whole bytes.</summary>
public interface INaturalPixelInfo<TPixel> : INaturalPixelInfo, IPixelInfo, IInternalImpl, IEquatable<TPixel>
    where TPixel : unmanaged, INaturalPixelInfo<TPixel>
{
}
