using OpenCvSharp;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Tests.Shared;

namespace PdnColorize.Colorization.Tests.Pictures;

/// <summary>Small files of every kind, written by Pillow, ImageMagick and OpenCV (see make_pictures.py), and the pixels they stand for.</summary>
internal static class PictureFixtures
{
    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fixtures", "pictures", name));

    /// <summary>The pixels as Python's OpenCV reads them, or as they went in where it cannot: 20 x 24 with the channels they have.</summary>
    public static Mat Pixels(string name, string mode)
    {
        using NumpyArchive archive = new("pictures.npz");
        return archive.Read($"{name}:{mode}");
    }

    /// <summary>Encodes noise and a few lines in a format that OpenCV writes.</summary>
    public static byte[] Encode(string extension)
    {
        using Mat picture = new(24, 20, MatType.CV_8UC3, new Scalar(250, 240, 230));
        for (int x = 2; x < 18; x++) picture.Set(x, x, new Vec3b((byte)x, 0, 40));
        Assert.True(Cv2.ImEncode(extension, picture, out byte[] bytes));
        return bytes;
    }

    /// <summary>A file of each format.</summary>
    public static byte[] BytesOf(PictureFormat format) => format switch
    {
        PictureFormat.Png => Bytes("plain.png"),
        PictureFormat.Jpeg => Bytes("plain.jpg"),
        PictureFormat.WebP => Bytes("animated.webp"),
        PictureFormat.Gif => Bytes("animated.gif"),
        PictureFormat.Bmp => Encode(".bmp"),
        PictureFormat.Tiff => Encode(".tif"),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}
