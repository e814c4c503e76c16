namespace PaintDotNet.Imaging;

/// <summary>What lies outside of a bitmap.</summary>
public enum BitmapExtendMode
{
    Clamp = 0,
    Zero = 3,
}
