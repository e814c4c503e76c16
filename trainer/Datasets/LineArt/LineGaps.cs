using OpenCvSharp;
using PdnColorize.Datasets.Randomness;

namespace PdnColorize.Datasets.LineArt;

/// <summary>Cuts gaps into lines, as hasty drawings have them.</summary>
internal static class LineGaps
{
    private const int LineGrey = 128;
    private const int LeastRadius = 1;
    private const int MostRadius = 3;

    /// <summary>Whitens small discs on lines.</summary>
    /// <param name="lines">CV_8UC1, changed in place.</param>
    /// <param name="perTenThousand">Gaps in each 10,000 pixels of line.</param>
    /// <param name="random">Where.</param>
    public static void Cut(Mat lines, double perTenThousand, SeededRandom random)
    {
        List<Point> ink = [];
        int height = lines.Height;
        for (int y = 0; y < height; y++)
        {
            ReadOnlySpan<byte> row = lines.RowSpan<byte>(y);
            for (int x = 0; x < row.Length; x++)
                if (row[x] < LineGrey) ink.Add(new Point(x, y));
        }

        if (ink.Count == 0) return;
        int count = (int)Math.Round(perTenThousand * ink.Count / 10_000);
        for (int i = 0; i < count; i++)
            Cv2.Circle(lines, ink[random.Next(ink.Count)], LeastRadius + random.Next(MostRadius - LeastRadius + 1), Scalar.All(255), -1);
    }
}
