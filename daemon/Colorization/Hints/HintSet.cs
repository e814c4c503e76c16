using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Hints;

/// <summary>The hint pixels of a hint layer, in groups: a dot or a stroke of one colour is one group.</summary>
/// <remarks>Hints cover little of a picture, so they are kept as a list of pixels, not as planes of the drawing's size.</remarks>
internal sealed class HintSet
{
    /// <summary>Alpha from which a pixel of the hint layer is a hint: the soft rim of an anti-aliased brush is none.</summary>
    public const byte LeastAlpha = 128;

    /// <summary>Touching hint pixels whose channels differ by more than this are different hints (two colours painted side by side).</summary>
    private const int SameColorTolerance = 24;

    private HintSet(int width, int height, int[] positions, int[] colors, int[] groups, int groupCount)
    {
        Width = width;
        Height = height;
        Positions = positions;
        Colors = colors;
        Groups = groups;
        GroupCount = groupCount;
    }

    /// <summary>Width of the hint layer, which is the drawing's.</summary>
    public int Width { get; }

    /// <summary>Height of the hint layer, which is the drawing's.</summary>
    public int Height { get; }

    /// <summary>Index (y x width + x) of each hint pixel, ascending.</summary>
    public int[] Positions { get; }

    /// <summary>Colour of each hint pixel, 0xRRGGBB.</summary>
    public int[] Colors { get; }

    /// <summary>Group of each hint pixel, 1 to <see cref="GroupCount"/>.</summary>
    public int[] Groups { get; }

    /// <summary>Number of groups.</summary>
    public int GroupCount { get; }

    public int Count => Positions.Length;

    public bool IsEmpty => Positions.Length == 0;

    /// <summary>No hints on a picture of a size.</summary>
    public static HintSet None(int width, int height) => new(width, height, [], [], [], 0);

    /// <summary>Collects the hints of a layer.</summary>
    public static HintSet FromLayer(Picture layer)
    {
        int[] positions = new int[CountPixels(layer)];
        int[] colors = new int[positions.Length];
        byte[] pixels = layer.Pixels;
        int next = 0;
        for (int i = 0, at = 0; i < layer.PixelCount; i++, at += Picture.BytesPerPixel)
        {
            if (pixels[at + 3] < LeastAlpha) continue;
            positions[next] = i;
            colors[next++] = (pixels[at + 2] << 16) | (pixels[at + 1] << 8) | pixels[at];
        }

        return FromPixels(layer.Width, layer.Height, positions, colors);
    }

    /// <summary>Groups hint pixels.</summary>
    /// <param name="width">Width of the layer.</param>
    /// <param name="height">Height of the layer.</param>
    /// <param name="positions">Index of each pixel, ascending.</param>
    /// <param name="colors">Colour of each pixel, 0xRRGGBB.</param>
    public static HintSet FromPixels(int width, int height, int[] positions, int[] colors)
    {
        SparseComponents components = new(positions, width);
        int[] groups = components.Label((a, b) => AreSameColor(colors[a], colors[b]), out int count);
        return new HintSet(width, height, positions, colors, groups, count);
    }

    /// <summary>Number of hint pixels on a layer.</summary>
    public static int CountPixels(Picture layer)
    {
        int count = 0;
        for (int at = 3; at < layer.Pixels.Length; at += Picture.BytesPerPixel)
            if (layer.Pixels[at] >= LeastAlpha) count++;
        return count;
    }

    private static bool AreSameColor(int a, int b) =>
        Math.Abs((a >> 16) - (b >> 16)) <= SameColorTolerance
        && Math.Abs(((a >> 8) & 255) - ((b >> 8) & 255)) <= SameColorTolerance
        && Math.Abs((a & 255) - (b & 255)) <= SameColorTolerance;
}
