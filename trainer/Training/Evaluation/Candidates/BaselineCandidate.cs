using PdnColorize.Colorization;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;
using PdnColorize.Training.Evaluation.Pictures;
using PdnColorize.Training.Evaluation.Segmentation;

namespace PdnColorize.Training.Evaluation.Candidates;

/// <summary>Colours by rule. What no hint reaches stays white.</summary>
internal sealed class BaselineCandidate(Baseline baseline) : ICandidate
{
    /// <summary>
    /// The flood's settings: the distance is not capped (nothing in a square of 512 pixels is farther from a line), which was measured best where no network follows. The
    /// confidence is not used.
    /// </summary>
    private static readonly HintPropagation Propagation =
        new() { DistanceCap = EvaluationPicture.Side, LineWeight = 3, PaperThreshold = 150, ConfidenceSlope = 1, ConfidenceCenter = 0 };

    public string Label { get; } = NameOf(baseline);

    public IReadOnlyList<string> Names => [Label];

    /// <summary>How the tables and the command line call a baseline.</summary>
    public static string NameOf(Baseline baseline) => baseline.ToString().ToLowerInvariant();

    /// <summary>What a drawing is without any colours.</summary>
    public static Picture WhitePaper(PreparedDrawing drawing)
    {
        Picture paper = new(drawing.LineArt.Width, drawing.LineArt.Height);
        Array.Fill(paper.Pixels, byte.MaxValue);
        return paper;
    }

    public IReadOnlyList<Picture> Color(ColoringTask task, CancellationToken cancellationToken)
    {
        HintSet hints = task.Hints;
        Plane<byte> lines = task.Prepared.LineArt.Lines;
        Picture result = WhitePaper(task.Prepared);
        if (baseline == Baseline.White || hints.IsEmpty) return [result];

        Plane<int> seeds = new(lines.Width, lines.Height);
        for (int i = 0; i < hints.Count; i++) seeds.Data[hints.Positions[i]] = hints.Groups[i];
        Plane<int> reached = baseline switch
        {
            Baseline.Nearest => NearestSeeds.Find(seeds),
            Baseline.Watershed => Watershed(seeds, lines, cancellationToken),
            Baseline.TrueBorders => ColorBorders.Flood(seeds, task.Drawing.Original.Borders),
            _ => new HintFlood(Propagation, scale: 1).Run(lines, seeds).Groups,
        };
        Paint(result, reached, PaintedHint.Of(hints));
        return [result];
    }

    public void Dispose()
    {
    }

    private static Plane<int> Watershed(Plane<int> seeds, Plane<byte> lines, CancellationToken cancellationToken)
    {
        InkFlood.Run(seeds, lines, cancellationToken);
        return seeds;
    }

    private static void Paint(Picture result, Plane<int> reached, IReadOnlyList<PaintedHint> hints)
    {
        for (int i = 0; i < reached.Length; i++)
        {
            if (reached.Data[i] == 0) continue;
            (byte red, byte green, byte blue) = hints[reached.Data[i] - 1].Color;
            Span<byte> bgra = result.Pixels.AsSpan(i * Picture.BytesPerPixel, Picture.BytesPerPixel);
            (bgra[0], bgra[1], bgra[2]) = (blue, green, red);
        }
    }
}
