using System.Globalization;
using OpenCvSharp;
using PdnColorize.Colorization;
using PdnColorize.Colorization.Compositing;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Evaluation.Candidates;
using PdnColorize.Training.Evaluation.Metrics;
using PdnColorize.Training.Evaluation.Pictures;
using PdnColorize.Training.Evaluation.Studies;

namespace PdnColorize.Training.Evaluation.Reports;

/// <summary>Paints the contact sheets: a row for each drawing, as its user sees it, lines over colours.</summary>
/// <param name="candidates">The earlier model and the models.</param>
internal sealed class ContactSheetPainter(CandidateSet candidates)
{
    private const int RowsPerSheet = 8;
    private const int CellSide = 200;
    private const int CaptionHeight = 18;
    private const int Gap = 4;
    private const double FontScale = 0.42;

    private readonly List<(string Caption, Mat[] Cells)> _rows = [];

    /// <summary>Adds a drawing: with its hints, then without and with them by each candidate, then the original.</summary>
    /// <exception cref="ColorizationException">A model makes no picture of it.</exception>
    public void Add(EvaluationDrawing drawing, CancellationToken cancellationToken)
    {
        HintSet[] sets = [drawing.Original.Dots(0), drawing.Original.RegionDots(HintCounts.Usual)];
        Mat[] cells =
        [
            ToCell(new ScoredPicture(HintDots.Paint(drawing.Picture, sets[1]))),
            .. sets.SelectMany(hints => candidates.OnSheets.Select(candidate => ToCell(new ScoredPicture(Color(candidate, drawing, hints, cancellationToken))))),
            ToCell(drawing.Original.Scored),
        ];
        _rows.Add(($"{LineKinds.HeadingOf(drawing.Kind)}: {drawing.Key}", cells));
    }

    /// <summary>Paints what was added.</summary>
    public IReadOnlyList<ContactSheet> Paint()
    {
        ContactSheet[] sheets = [.. _rows.Chunk(RowsPerSheet).Select((rows, i) =>
            new ContactSheet(string.Create(CultureInfo.InvariantCulture, $"contact-sheet-{i + 1}.png"), Paint(rows)))];
        foreach (Mat cell in _rows.SelectMany(row => row.Cells)) cell.Dispose();
        _rows.Clear();
        return sheets;
    }

    private byte[] Paint((string Caption, Mat[] Cells)[] rows)
    {
        string[] headings =
        [
            "drawing",
            .. candidates.OnSheets.Select(candidate => $"{candidate.Label}, no hints"),
            .. candidates.OnSheets.Select(candidate => $"{candidate.Label}, {HintCounts.Usual} hints"),
            "original",
        ];
        int rowHeight = CellSide + CaptionHeight + Gap;
        using Mat sheet = new(CaptionHeight + (rows.Length * rowHeight), headings.Length * (CellSide + Gap), MatType.CV_8UC3, Scalar.All(255));
        for (int column = 0; column < headings.Length; column++) Write(sheet, headings[column], column * (CellSide + Gap), 0);
        for (int row = 0; row < rows.Length; row++)
        {
            int top = CaptionHeight + (row * rowHeight);
            Write(sheet, rows[row].Caption, 0, top);
            for (int column = 0; column < headings.Length; column++)
            {
                using Mat place = sheet.SubMat(new Rect(column * (CellSide + Gap), top + CaptionHeight, CellSide, CellSide));
                rows[row].Cells[column].CopyTo(place);
            }
        }

        return sheet.ImEncode(".png", [(int)ImwriteFlags.PngCompression, 6]);
    }

    private static void Write(Mat sheet, string text, int left, int top) =>
        Cv2.PutText(sheet, text, new Point(left + 2, top + CaptionHeight - 5), HersheyFonts.HersheySimplex, FontScale, new Scalar(60, 60, 60), 1, LineTypes.AntiAlias);

    private static Picture Color(ICandidate candidate, EvaluationDrawing drawing, HintSet hints, CancellationToken cancellationToken)
    {
        // Of a model, the last is what the user gets.
        Picture colors = candidate.Color(new ColoringTask(drawing, drawing.Prepared, hints), cancellationToken)[^1];
        Picture composite = new(colors.Width, colors.Height, [.. colors.Pixels]);
        LineCompositing.Run(composite, drawing.Picture, drawing.Prepared.LineArt, cancellationToken);
        return composite;
    }

    private static Mat ToCell(ScoredPicture picture)
    {
        using Mat rgb = Mat.FromPixelData(ScoredPicture.Side, ScoredPicture.Side, MatType.CV_8UC3, picture.Square.Pixels);
        using Mat bgr = new();
        Cv2.CvtColor(rgb, bgr, ColorConversionCodes.RGB2BGR);
        Mat cell = new();
        Cv2.Resize(bgr, cell, new Size(CellSide, CellSide), 0, 0, InterpolationFlags.Area);
        Cv2.Rectangle(cell, new Rect(0, 0, CellSide, CellSide), new Scalar(210, 210, 210));
        return cell;
    }
}
