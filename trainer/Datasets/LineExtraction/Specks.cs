using OpenCvSharp;

namespace PdnColorize.Datasets.LineExtraction;

/// <summary>Takes away the specks that extractors leave on texture, which no illustrator draws.</summary>
internal static class Specks
{
    // Fainter than this is not counted as connected; with 215, a speck of 10 pixels and less goes.
    private const int FaintestGrey = 214;
    private const int SmallestArea = 10;

    /// <summary>Whitens every connected piece of line smaller than 10 pixels.</summary>
    /// <param name="lines">CV_8UC1: 0 black, 255 paper; changed in place.</param>
    public static void Remove(Mat lines)
    {
        using Mat ink = new();
        Cv2.Threshold(lines, ink, FaintestGrey, 255, ThresholdTypes.BinaryInv);
        using Mat labels = new();
        using Mat figures = new();
        using Mat centres = new();
        int count = Cv2.ConnectedComponentsWithStats(ink, labels, figures, centres);
        bool[] isSpeck = new bool[count];
        for (int label = 1; label < count; label++)
            isSpeck[label] = figures.Get<int>(label, (int)ConnectedComponentsTypes.Area) < SmallestArea;

        int height = lines.Height;
        for (int y = 0; y < height; y++)
        {
            Span<byte> row = lines.RowSpan<byte>(y);
            ReadOnlySpan<int> labelRow = labels.RowSpan<int>(y);
            for (int x = 0; x < row.Length; x++)
                if (isSpeck[labelRow[x]]) row[x] = 255;
        }
    }
}
