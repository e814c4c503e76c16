using OpenCvSharp;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Evaluation.Metrics;
using PdnColorize.Training.Evaluation.Pictures;
using PdnColorize.Training.Evaluation.Studies;

namespace PdnColorize.Training.Evaluation.Reports;

/// <summary>Makes the pictures of the report.</summary>
internal static class SheetPainter
{
    private const int DotRadius = 9;

    /// <summary>A drawing with 10 hints, as each candidate colours it.</summary>
    public static EvaluationSheet Paint(DrawingResults results)
    {
        (HintSet hints, IReadOnlyList<Picture> pictures) = results.With(HintCounts.Usual);
        List<(string, byte[])> cells = [("line art, 10 hints", Encode(new ScoredPicture(WithHints(results.Drawing, hints))))];
        cells.AddRange(results.Names.Zip(pictures, (name, picture) => (name, Encode(results.Score(picture)))));
        cells.Add(("original", Encode(results.Drawing.Scored)));
        return new EvaluationSheet(results.Drawing.Source, results.Drawing.Key, cells);
    }

    /// <summary>The line art with a ring and a dot for each hint: a hint's own pixels can be too few to be seen.</summary>
    private static Picture WithHints(EvaluationDrawing drawing, HintSet hints)
    {
        Picture source = drawing.Picture;
        Picture shown = new(source.Width, source.Height, [.. source.Pixels]);
        using Mat canvas = Mat.FromPixelData(shown.Height, shown.Width, MatType.CV_8UC4, shown.Pixels);
        foreach (PaintedHint hint in PaintedHint.Of(hints))
        {
            Point center = new(
                (int)Math.Round(hint.Positions.Average(at => at % hints.Width)),
                (int)Math.Round(hint.Positions.Average(at => at / hints.Width)));
            Cv2.Circle(canvas, center, DotRadius + 2, new Scalar(80, 80, 80, 255), -1);
            Cv2.Circle(canvas, center, DotRadius, new Scalar(hint.Color.Blue, hint.Color.Green, hint.Color.Red, 255), -1);
        }

        return shown;
    }

    private static byte[] Encode(ScoredPicture picture)
    {
        byte[] rgb = picture.Square.Pixels;
        Picture bgra = new(ScoredPicture.Side, ScoredPicture.Side);
        for (int i = 0; i < bgra.PixelCount; i++)
        {
            Span<byte> pixel = bgra.Pixels.AsSpan(i * Picture.BytesPerPixel, Picture.BytesPerPixel);
            (pixel[0], pixel[1], pixel[2], pixel[3]) = (rgb[(i * 3) + 2], rgb[(i * 3) + 1], rgb[i * 3], 255);
        }

        return PictureFile.Encode(bgra, ".jpg");
    }
}
