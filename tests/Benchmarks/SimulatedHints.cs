using OpenCvSharp;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Benchmarks;

/// <summary>Hints as a user might paint them: a dot in the deepest place of each of the largest areas of one colour.</summary>
internal static class SimulatedHints
{
    private const int DotRadius = 3;

    /// <summary>Paints at most <paramref name="count"/> dots, in the largest areas first.</summary>
    /// <param name="colors">The picture whose colours are wanted.</param>
    /// <param name="drawing">Its line art: nobody paints a hint onto a line.</param>
    /// <param name="count">Number of dots.</param>
    public static Picture Paint(Picture colors, Picture drawing, int count)
    {
        Picture hints = new(colors.Width, colors.Height);
        foreach ((int x, int y) in DeepestPlaces(colors).Where(place => IsPaper(drawing, place)).Take(count))
        {
            int source = ((y * colors.Width) + x) * Picture.BytesPerPixel;
            for (int dy = -DotRadius; dy <= DotRadius; dy++)
            {
                for (int dx = -DotRadius; dx <= DotRadius; dx++)
                {
                    if ((dx * dx) + (dy * dy) > DotRadius * DotRadius) continue;
                    int tx = Math.Clamp(x + dx, 0, colors.Width - 1);
                    int ty = Math.Clamp(y + dy, 0, colors.Height - 1);
                    colors.Pixels.AsSpan(source, 3).CopyTo(hints.Pixels.AsSpan(((ty * colors.Width) + tx) * Picture.BytesPerPixel));
                    hints.Pixels[(((ty * colors.Width) + tx) * Picture.BytesPerPixel) + 3] = 255;
                }
            }
        }

        return hints;
    }

    private static bool IsPaper(Picture drawing, (int X, int Y) place) =>
        drawing.Pixels[((place.Y * drawing.Width) + place.X) * Picture.BytesPerPixel] > 128;

    private static IEnumerable<(int X, int Y)> DeepestPlaces(Picture colors)
    {
        using Mat bgra = Mat.FromPixelData(colors.Height, colors.Width, MatType.CV_8UC4, colors.Pixels);
        using Mat bgr = new();
        Cv2.CvtColor(bgra, bgr, ColorConversionCodes.BGRA2BGR);
        Cv2.MedianBlur(bgr, bgr, 5);
        bgr.GetArray(out Vec3b[] values);
        int[] quantised = [.. values.Select(v => (v.Item0 >> 4) | ((v.Item1 >> 4) << 4) | ((v.Item2 >> 4) << 8))];
        List<(int Area, int X, int Y)> places = [];
        foreach (int color in quantised.GroupBy(v => v).Where(g => g.Count() >= 60).Select(g => g.Key))
        {
            byte[] mask = [.. quantised.Select(v => v == color ? (byte)255 : (byte)0)];
            using Mat area = Mat.FromPixelData(colors.Height, colors.Width, MatType.CV_8UC1, mask);
            using Mat labels = new();
            using Mat stats = new();
            using Mat centroids = new();
            int count = Cv2.ConnectedComponentsWithStats(area, labels, stats, centroids, PixelConnectivity.Connectivity4);
            using Mat distances = new();
            Cv2.DistanceTransform(area, distances, DistanceTypes.L2, DistanceTransformMasks.Mask5);
            labels.GetArray(out int[] labelOf);
            distances.GetArray(out float[] depth);
            int[] deepest = new int[count];
            int[] sizes = new int[count];
            for (int i = 0; i < labelOf.Length; i++)
            {
                sizes[labelOf[i]]++;
                if (depth[i] > depth[deepest[labelOf[i]]] || deepest[labelOf[i]] == 0) deepest[labelOf[i]] = i;
            }

            for (int label = 1; label < count; label++)
                if (sizes[label] >= 60 && depth[deepest[label]] > 3) places.Add((sizes[label], deepest[label] % colors.Width, deepest[label] / colors.Width));
        }

        return places.OrderByDescending(p => p.Area).Select(p => (p.X, p.Y));
    }
}
