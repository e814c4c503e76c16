using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Evaluation.Candidates;
using PdnColorize.Training.Evaluation.Metrics;
using PdnColorize.Training.Evaluation.Studies;

namespace PdnColorize.Training.Evaluation.Reports;

/// <summary>Makes the pictures of the report.</summary>
internal static class SheetPainter
{
    /// <summary>A drawing with dots in its 10 largest regions, as each candidate colours it.</summary>
    public static EvaluationSheet Paint(DrawingResults results)
    {
        (HintSet hints, IReadOnlyList<ColoredRow> rows) = results.WithRegions(HintCounts.Usual);
        List<(string, byte[])> cells = [($"line art, {HintCounts.Usual} hints", Encode(new ScoredPicture(HintDots.Paint(results.Drawing.Picture, hints))))];
        cells.AddRange(rows.Select(row => (row.Name, Encode(results.Score(row.Picture)))));
        cells.Add(("original", Encode(results.Drawing.Original.Scored)));
        return new EvaluationSheet(results.Drawing.Source, results.Drawing.Title, cells);
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
