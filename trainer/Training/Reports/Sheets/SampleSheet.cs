using OpenCvSharp;
using PdnColorize.Training.Validation;

namespace PdnColorize.Training.Reports.Sheets;

/// <summary>Draws the sheet of a validation: for each drawing its line art, its hints, what the model made of it, and the original.</summary>
internal static class SampleSheet
{
    private const double MarkRadius = 4.5;
    private static readonly Scalar Ground = new(236, 236, 236);
    private static readonly Scalar Ink = new(60, 60, 60);

    /// <summary>The sheet as a PNG file.</summary>
    /// <param name="samples">The coloured drawings, at least one, all of one size.</param>
    public static byte[] Draw(IReadOnlyList<ColoredSample> samples)
    {
        SheetLayout layout = SheetLayout.For(samples);
        using Mat sheet = new(layout.Height, layout.Width, MatType.CV_8UC3, Ground);
        for (int group = 0; group < layout.Groups; group++)
            for (int column = 0; column < SheetLayout.Captions.Count; column++)
                Cv2.PutText(sheet, SheetLayout.Captions[column], new Point(layout.LeftOf(group, column) + 2, 15), HersheyFonts.HersheySimplex, 0.4, Ink, 1, LineTypes.AntiAlias);
        for (int i = 0; i < samples.Count; i++) DrawRow(sheet, layout, i, samples[i]);
        return sheet.ImEncode(".png");
    }

    private static void DrawRow(Mat sheet, SheetLayout layout, int row, ColoredSample sample)
    {
        int column = 0;
        using (Mat lines = Grey(sample.Lines, sample.Side)) Place(sheet, layout.PlaceOf(row, column++), lines);
        using (Mat hints = Hints(sample, layout.Cell)) Place(sheet, layout.PlaceOf(row, column++), hints);
        foreach (int count in ColoredSample.ShownCounts) PlaceRgb(sheet, layout.PlaceOf(row, column++), sample.Results[count], sample.Side);
        PlaceRgb(sheet, layout.PlaceOf(row, column), sample.Original, sample.Side);
    }

    /// <summary>Pale lines with a dot for each hint, large enough to be seen.</summary>
    private static Mat Hints(ColoredSample sample, int cell)
    {
        using Mat lines = Grey([.. sample.Lines.Select(grey => (byte)(255 - ((255 - grey) / 3)))], sample.Side);
        Mat hints = new();
        Resize(lines, hints, cell);
        double scale = (double)cell / sample.Side;
        foreach (HintMark mark in sample.Hints)
        {
            Point center = new((int)((mark.X + 0.5) * scale), (int)((mark.Y + 0.5) * scale));
            int radius = (int)(MarkRadius * cell / 128);
            Cv2.Circle(hints, center, radius + 1, Ink, -1, LineTypes.AntiAlias);
            Cv2.Circle(hints, center, radius, new Scalar(mark.Color & 255, (mark.Color >> 8) & 255, mark.Color >> 16), -1, LineTypes.AntiAlias);
        }

        return hints;
    }

    private static Mat Grey(byte[] pixels, int side)
    {
        using Mat grey = Mat.FromPixelData(side, side, MatType.CV_8UC1, pixels);
        Mat bgr = new();
        Cv2.CvtColor(grey, bgr, ColorConversionCodes.GRAY2BGR);
        return bgr;
    }

    private static void PlaceRgb(Mat sheet, Rect place, byte[] pixels, int side)
    {
        using Mat rgb = Mat.FromPixelData(side, side, MatType.CV_8UC3, pixels);
        using Mat bgr = new();
        Cv2.CvtColor(rgb, bgr, ColorConversionCodes.RGB2BGR);
        Place(sheet, place, bgr);
    }

    private static void Place(Mat sheet, Rect place, Mat picture)
    {
        using Mat scaled = new();
        Resize(picture, scaled, place.Width);
        using Mat part = new(sheet, place);
        scaled.CopyTo(part);
    }

    private static void Resize(Mat picture, Mat scaled, int side) => Cv2.Resize(
        picture, scaled, new Size(side, side), interpolation: picture.Width > side ? InterpolationFlags.Area : InterpolationFlags.Cubic);
}
