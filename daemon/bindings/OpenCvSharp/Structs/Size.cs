namespace OpenCvSharp;

/// <summary>Width and height in pixels.</summary>
public record struct Size(int Width, int Height)
{
    public int Width = Width;
    public int Height = Height;

    /// <summary>Cuts both to whole numbers, towards zero.</summary>
    public Size(double width, double height)
        : this((int)width, (int)height)
    {
    }
}
