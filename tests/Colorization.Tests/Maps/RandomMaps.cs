using OpenCvSharp;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Tests.Maps;

/// <summary>Maps with structure at all scales, and the same for OpenCV.</summary>
internal static class RandomMaps
{
    /// <summary>Lines and discs on paper, with noise.</summary>
    public static Plane<byte> Grey(int width, int height, int seed)
    {
        Random random = new(seed);
        Plane<byte> map = new(width, height);
        using Mat mat = Wrap(map);
        mat.SetTo(new Scalar(255));
        for (int i = 0; i < 12; i++)
        {
            Point from = new(random.Next(width), random.Next(height));
            Point to = new(random.Next(width), random.Next(height));
            Cv2.Line(mat, from, to, new Scalar(random.Next(160)), random.Next(1, 9), LineTypes.AntiAlias);
        }

        for (int i = 0; i < map.Length / 50; i++) map.Data[random.Next(map.Length)] = (byte)random.Next(256);
        return map;
    }

    public static float[] Values(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 255)];
    }

    public static Mat Wrap(Plane<byte> map) => Mat.FromPixelData(map.Height, map.Width, MatType.CV_8UC1, map.Data);
}
