using OpenCvSharp;
using PdnColorize.Datasets.Randomness;

namespace PdnColorize.Datasets.LineArt;

/// <summary>Pencil on rough paper: lines broken up by the grain, and a little dust beside them.</summary>
internal static class PencilGrain
{
    private const double MostInLines = 0.6;
    private const double MostOnPaper = 5;

    /// <summary>Adds grain of two sizes.</summary>
    /// <param name="lines">CV_8UC1, changed in place.</param>
    /// <param name="random">How strong, and the grain itself.</param>
    public static void Add(Mat lines, SeededRandom random)
    {
        double inLines = random.Next(0.15, MostInLines);
        double onPaper = random.Next(0, MostOnPaper);
        using Mat grain = Grain(lines.Size(), random);
        int height = lines.Height;
        for (int y = 0; y < height; y++)
        {
            Span<byte> row = lines.RowSpan<byte>(y);
            ReadOnlySpan<byte> grainRow = grain.RowSpan<byte>(y);
            for (int x = 0; x < row.Length; x++)
            {
                double rough = grainRow[x] / 255.0;
                double ink = (255 - row[x]) * (1 - (inLines * rough));
                row[x] = (byte)Math.Clamp(255 - ink - (onPaper * (1 - rough)), 0, 255);
            }
        }
    }

    // White noise, softened a little: grains of one to two pixels, like paper's.
    private static Mat Grain(Size size, SeededRandom random)
    {
        Mat grain = new(size, MatType.CV_8UC1);
        int height = grain.Height;
        for (int y = 0; y < height; y++)
        {
            Span<byte> row = grain.RowSpan<byte>(y);
            for (int x = 0; x < row.Length; x += 8)
            {
                ulong bits = random.NextBits();
                for (int i = x; i < Math.Min(x + 8, row.Length); i++, bits >>= 8) row[i] = (byte)bits;
            }
        }

        Cv2.GaussianBlur(grain, grain, new Size(3, 3), 0.6);
        return grain;
    }
}
