using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Tests.Drawings;

/// <summary>Draws simple pictures for tests.</summary>
internal sealed class TestDrawing
{
    private TestDrawing(Picture picture) => Picture = picture;

    public Picture Picture { get; }

    /// <summary>An opaque sheet of one colour, 0xRRGGBB.</summary>
    public static TestDrawing Paper(int width, int height, int color = 0xFFFFFF)
    {
        TestDrawing drawing = new(new Picture(width, height));
        return drawing.Fill(0, 0, width, height, color);
    }

    /// <summary>An empty layer.</summary>
    public static TestDrawing Transparent(int width, int height) => new(new Picture(width, height));

    /// <summary>Two rooms side by side with black walls, on white.</summary>
    public static TestDrawing TwoRooms(int width = 200, int height = 100, int wall = 3) =>
        Paper(width, height).Frame(10, 10, width - 20, height - 20, wall).Fill((width / 2) - (wall / 2), 10, wall, height - 20, 0);

    /// <summary>Fills a rectangle.</summary>
    public TestDrawing Fill(int left, int top, int width, int height, int color, byte alpha = 255)
    {
        for (int y = top; y < top + height; y++)
            for (int x = left; x < left + width; x++) Set(x, y, color, alpha);
        return this;
    }

    /// <summary>Draws a rectangle's outline, inside its bounds.</summary>
    public TestDrawing Frame(int left, int top, int width, int height, int thickness, int color = 0) =>
        Fill(left, top, width, thickness, color)
            .Fill(left, top + height - thickness, width, thickness, color)
            .Fill(left, top, thickness, height, color)
            .Fill(left + width - thickness, top, thickness, height, color);

    public TestDrawing Set(int x, int y, int color, byte alpha = 255)
    {
        int at = ((y * Picture.Width) + x) * Picture.BytesPerPixel;
        Picture.Pixels[at] = (byte)color;
        Picture.Pixels[at + 1] = (byte)(color >> 8);
        Picture.Pixels[at + 2] = (byte)(color >> 16);
        Picture.Pixels[at + 3] = alpha;
        return this;
    }

    /// <summary>Colour of a pixel, 0xRRGGBB.</summary>
    public static int ColorAt(Picture picture, int x, int y)
    {
        int at = ((y * picture.Width) + x) * Picture.BytesPerPixel;
        return picture.Pixels[at] | (picture.Pixels[at + 1] << 8) | (picture.Pixels[at + 2] << 16);
    }
}
