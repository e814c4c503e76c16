namespace PaintDotNet.Imaging;

/// <summary>What a type of pixel is that takes whole bytes.</summary>
public interface INaturalPixelInfo : IPixelInfo, IInternalImpl
{
    int BytesPerPixel { get; }
}
