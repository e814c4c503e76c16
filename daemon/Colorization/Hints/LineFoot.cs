namespace PdnColorize.Colorization.Hints;

/// <summary>Tells the foot of a line, a strip of paper along it, from a passage as narrow: beside the strip lies open paper.</summary>
internal static class LineFoot
{
    /// <summary>The strip's width, in pixels at working size.</summary>
    private const float Width = 3;

    /// <summary>How much farther from the lines the paper beside it lies.</summary>
    private const float Rise = 3;

    /// <summary>Steps away from the lines in which it must be reached.</summary>
    private const int Steps = 6;

    /// <summary>Whether a pixel on paper lies at the foot of a line.</summary>
    /// <param name="pixel">Index of the pixel.</param>
    /// <param name="width">Width of the drawing.</param>
    /// <param name="distances">Distance of each pixel to the nearest line, in pixels.</param>
    public static bool Holds(int pixel, int width, float[] distances)
    {
        float depth = distances[pixel];
        if (depth >= Width) return false;
        // Away from the lines at every step: this way never leads over a line.
        int at = pixel;
        for (int step = 0; step < Steps; step++)
        {
            int next = Farthest(at, width, distances);
            if (next == at) return false;
            at = next;
            if (distances[at] >= depth + Rise) return true;
        }

        return false;
    }

    private static int Farthest(int pixel, int width, float[] distances)
    {
        int farthest = pixel;
        int x = pixel % width;
        int y = pixel / width;
        int height = distances.Length / width;
        for (int row = Math.Max(0, y - 1); row <= Math.Min(height - 1, y + 1); row++)
        {
            for (int column = Math.Max(0, x - 1); column <= Math.Min(width - 1, x + 1); column++)
                if (distances[(row * width) + column] > distances[farthest]) farthest = (row * width) + column;
        }

        return farthest;
    }
}
