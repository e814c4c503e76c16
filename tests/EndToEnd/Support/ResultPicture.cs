using OpenCvSharp;

namespace PdnColorize.EndToEnd.Support;

/// <summary>Looks at results with OpenCV itself.</summary>
internal static class ResultPicture
{
    /// <summary>The picture is there, whole, of this size, and not of one even colour.</summary>
    public static void AssertIs(string path, int width, int height)
    {
        using Mat picture = Cv2.ImDecode(File.ReadAllBytes(path), ImreadModes.Color);
        Assert.Equal(new Size(width, height), picture.Size());
        Cv2.MeanStdDev(picture, out _, out Scalar deviation);
        Assert.True(deviation.Val0 + deviation.Val1 + deviation.Val2 > 1, "The result is one even colour.");
    }

    /// <summary>A pixel: blue, green, red.</summary>
    public static Vec3b PixelOf(string path, int x, int y)
    {
        using Mat picture = Cv2.ImDecode(File.ReadAllBytes(path), ImreadModes.Color);
        return picture.At<Vec3b>(y, x);
    }
}
