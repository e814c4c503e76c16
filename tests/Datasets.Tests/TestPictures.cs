using OpenCvSharp;

namespace PdnColorize.Datasets.Tests;

/// <summary>The test pictures, by what they are for.</summary>
internal static class TestPictures
{
    /// <summary>24 illustrations of at most 256 x 256, all of use.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "pictures");

    /// <summary>Pictures in odd formats.</summary>
    public static string Format(string name) => Path.Combine(AppContext.BaseDirectory, "formats", name);

    /// <summary>A drawing that is accepted: a coloured disc with an outline on white.</summary>
    public static Mat Disc(int width = 200, int height = 160, Scalar? color = null)
    {
        Mat picture = new(height, width, MatType.CV_8UC3, Scalar.All(255));
        Point centre = new(width / 2, height / 2);
        int radius = Math.Max(1, Math.Min(width, height) / 3);
        Cv2.Circle(picture, centre, radius, color ?? new Scalar(60, 80, 220), -1);
        Cv2.Circle(picture, centre, radius, Scalar.All(0), 3);
        Cv2.Rectangle(picture, new Rect(width / 8, height / 8, Math.Max(1, width / 6), Math.Max(1, height / 6)), new Scalar(200, 160, 40), -1);
        return picture;
    }

    /// <summary>Soft texture everywhere in many colours and no lines, as in a photograph.</summary>
    public static Mat Photo()
    {
        const int Side = 240;
        using Mat noise = new(Side, Side, MatType.CV_8UC3);
        Random random = new(3);
        for (int y = 0; y < Side; y++)
            foreach (ref Vec3b pixel in noise.RowSpan<Vec3b>(y))
                pixel = new Vec3b((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256));
        Mat photo = new();
        Cv2.GaussianBlur(noise, photo, new Size(), 6);
        // The blur has levelled the noise: bring it back to the full range, then add fine grain.
        photo.ConvertTo(photo, MatType.CV_8UC3, 9, -9 * 128 + 128);
        using Mat grain = new();
        Cv2.GaussianBlur(noise, grain, new Size(), 0.8);
        Cv2.AddWeighted(photo, 0.9, grain, 0.1, 0, photo);
        return photo;
    }

    public static void Save(Mat picture, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, picture.ImEncode(Path.GetExtension(path)));
    }
}
