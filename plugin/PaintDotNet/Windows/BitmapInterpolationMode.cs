namespace PaintDotNet.Imaging;

/// <summary>How pixels between pixels are made.</summary>
public enum BitmapInterpolationMode
{
    NearestNeighbor = 0,
    Linear = 1,
    Cubic = 2,
    Fant = 3,
    HighQualityCubic = 4,
}
