using OpenCvSharp;

namespace PdnColorize.Training.Samples;

/// <summary>A square inside a picture.</summary>
internal readonly record struct Window(int Left, int Top, int Side)
{
    public Rect Rectangle => new(Left, Top, Side, Side);

    /// <summary>The largest square in the middle.</summary>
    public static Window Middle(int width, int height)
    {
        int side = Math.Min(width, height);
        return new Window((width - side) / 2, (height - side) / 2, side);
    }

    /// <summary>A square anywhere, its side the short side divided by 1 up to <paramref name="largestZoom"/>.</summary>
    public static Window Anywhere(int width, int height, double largestZoom, SampleRandom random)
    {
        int side = Math.Max(1, (int)Math.Round(Math.Min(width, height) / random.Between(1, largestZoom)));
        return new Window(random.Below(width - side + 1), random.Below(height - side + 1), side);
    }
}
