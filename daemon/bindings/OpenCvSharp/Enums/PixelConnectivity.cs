namespace OpenCvSharp;

/// <summary>Which pixels are neighbours.</summary>
public enum PixelConnectivity
{
    Connectivity4 = 4,
    Connectivity8 = 8,
}
