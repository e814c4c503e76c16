using OpenCvSharp;

namespace PdnColorize.Datasets.LineExtraction;

/// <summary>Brings a drawing to full contrast: paper white, most lines black, faint lines still grey.</summary>
internal static class LineLevels
{
    // Below 12 levels of ink it is the noise of JPEG and soft shading; pixels above 24 are taken for lines when the black point is sought.
    private const int PaperInk = 12;
    private const int LineInk = 24;

    // Most illustrations have lines darker than this; without a floor, a picture without lines would have its noise blown up.
    private const int LeastBlackInk = 60;
    private const double BlackShare = 0.85;
    private const int FewestLinePixels = 50;

    /// <summary>
    /// Ink (255 minus grey) of <see cref="PaperInk"/> and less becomes paper; the ink that <see cref="BlackShare"/> of the line's pixels do not exceed
    /// becomes black.
    /// </summary>
    /// <param name="lines">CV_8UC1: 0 black, 255 paper.</param>
    /// <returns>CV_8UC1; the caller disposes it.</returns>
    public static Mat Stretch(Mat lines)
    {
        int black = Math.Max(BlackPoint(lines), LeastBlackInk);
        byte[] shades = new byte[256];
        for (int grey = 0; grey < shades.Length; grey++)
        {
            double ink = Math.Clamp((255 - grey - PaperInk) / (double)(black - PaperInk), 0, 1);
            shades[grey] = (byte)Math.Round(255 * (1 - ink));
        }

        Mat stretched = new();
        Cv2.LUT(lines, shades, stretched);
        return stretched;
    }

    private static int BlackPoint(Mat lines)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        int height = lines.Height;
        for (int y = 0; y < height; y++)
            foreach (byte grey in lines.RowSpan<byte>(y))
                counts[255 - grey]++;

        int total = 0;
        for (int ink = LineInk + 1; ink < counts.Length; ink++) total += counts[ink];
        if (total < FewestLinePixels) return 255;

        int seen = 0;
        for (int ink = LineInk + 1; ink < counts.Length; ink++)
        {
            seen += counts[ink];
            if (seen >= BlackShare * total) return ink;
        }

        return 255;
    }
}
