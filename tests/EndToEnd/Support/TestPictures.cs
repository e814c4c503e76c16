using OpenCvSharp;

namespace PdnColorize.EndToEnd.Support;

/// <summary>All pictures that the tests feed to the program.</summary>
internal static class TestPictures
{
    public const int Width = 120;

    public const int Height = 80;

    /// <summary>Two rooms with black walls on white paper, as PNG.</summary>
    public static byte[] Rooms(int width = Width, int height = Height)
    {
        using Mat picture = new(height, width, MatType.CV_8UC1, Scalar.White);
        Cv2.Rectangle(picture, new Rect(8, 8, width - 16, height - 16), Scalar.Black, 2);
        Cv2.Line(picture, new Point(width / 2, 8), new Point(width / 2, height - 9), Scalar.Black, 2);
        return Encode(picture, ".png");
    }

    /// <summary><see cref="Rooms"/> as JPEG.</summary>
    public static byte[] RoomsAsJpeg()
    {
        using Mat picture = Cv2.ImDecode(Rooms(), ImreadModes.Color);
        return Encode(picture, ".jpg");
    }

    /// <summary>A red dot on a transparent layer: one hint for <see cref="Rooms"/>.</summary>
    public static byte[] Hint(int width = Width, int height = Height)
    {
        using Mat layer = new(height, width, MatType.CV_8UC4, new Scalar(0, 0, 0, 0));
        Cv2.Circle(layer, new Point(width / 4, height / 2), 4, new Scalar(0, 0, 255, 255), Cv2.FILLED);
        return Encode(layer, ".png");
    }

    /// <summary>A hint layer that was saved without transparency.</summary>
    public static byte[] OpaqueHint()
    {
        using Mat layer = new(Height, Width, MatType.CV_8UC3, Scalar.White);
        Cv2.Circle(layer, new Point(Width / 4, Height / 2), 4, new Scalar(0, 0, 255), Cv2.FILLED);
        return Encode(layer, ".png");
    }

    /// <summary>One even colour (blue, green, red, alpha).</summary>
    public static byte[] Even(int width, int height, Scalar color)
    {
        using Mat picture = new(height, width, MatType.CV_8UC4, color);
        return Encode(picture, ".png");
    }

    /// <summary>One pixel wide, with a black pixel in every hundred.</summary>
    public static byte[] Thread(int length)
    {
        using Mat picture = new(length, 1, MatType.CV_8UC1, Scalar.White);
        for (int y = 0; y < length; y += 100) picture.Set(y, 0, (byte)0);
        return Encode(picture, ".png");
    }

    /// <summary>Black and white with one bit a pixel, as scanners save drawings: a cross of 40 x 24 pixels.</summary>
    public static byte[] Bilevel()
    {
        const int BytesPerRow = 5;
        List<byte> rows = [];
        for (int y = 0; y < 24; y++)
        {
            rows.Add(0);
            for (int column = 0; column < BytesPerRow; column++) rows.Add((byte)(y is 11 or 12 ? 0x00 : column == 2 ? 0xE7 : 0xFF));
        }

        return PngBytes.Grey(40, 24, 1, [.. rows]);
    }

    /// <summary>A few bytes that claim to be a picture of any size.</summary>
    public static byte[] Claiming(int width, int height) => PngBytes.Grey(width, height, 8, [0, 255, 255]);

    /// <summary>What make_fixtures.py painted as the first frame of animated.gif: four colours in rectangles of 4 x 5.</summary>
    public static byte[] FirstFrame() => Checks(0);

    /// <summary>The second frame of animated.gif.</summary>
    public static byte[] SecondFrame() => Checks(1);

    /// <summary>A file that make_fixtures.py wrote with other programs.</summary>
    public static byte[] Fixture(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fixtures", "pictures", name));

    private static byte[] Checks(int shift)
    {
        Vec3b[] colors = [new(0, 0, 255), new(0, 255, 0), new(255, 0, 0), new(10, 240, 250)];
        using Mat picture = new(24, 20, MatType.CV_8UC3);
        for (int y = 0; y < picture.Height; y++)
            for (int x = 0; x < picture.Width; x++) picture.Set(y, x, colors[((y / 5) + (x / 4) + shift) % colors.Length]);
        return Encode(picture, ".png");
    }

    private static byte[] Encode(Mat picture, string extension)
    {
        Assert.True(Cv2.ImEncode(extension, picture, out byte[] bytes));
        return bytes;
    }
}
