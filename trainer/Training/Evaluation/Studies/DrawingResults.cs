using System.Collections.Concurrent;
using PdnColorize.Colorization;
using PdnColorize.Colorization.Compositing;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Evaluation.Candidates;
using PdnColorize.Training.Evaluation.Metrics;
using PdnColorize.Training.Evaluation.Pictures;

namespace PdnColorize.Training.Evaluation.Studies;

/// <summary>A drawing as all candidates colour it; what several studies look at is coloured once.</summary>
internal sealed class DrawingResults
{
    private readonly CandidateSet _candidates;
    private readonly bool _withLines;
    private readonly Dictionary<HintSet, IReadOnlyList<ColoredRow>> _byHints = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<Picture, ScoredPicture> _scored = new(ReferenceEqualityComparer.Instance);

    /// <param name="drawing">The drawing.</param>
    /// <param name="candidates">Who colours it.</param>
    /// <param name="withLines">Whether results are scored with lines over them.</param>
    /// <param name="cancellationToken">Whether the user has had enough.</param>
    public DrawingResults(EvaluationDrawing drawing, CandidateSet candidates, bool withLines, CancellationToken cancellationToken)
    {
        (Drawing, _candidates, _withLines, CancellationToken) = (drawing, candidates, withLines, cancellationToken);
        EvaluationPicture original = drawing.Original;
        candidates.Prepare(drawing, [.. HintCounts.Some.Select(original.Dots), .. HintCounts.Regions.Where(count => count > 0).Select(original.RegionDots)], cancellationToken);
    }

    public EvaluationDrawing Drawing { get; }

    /// <summary>Whether the user has had enough.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Random dots and what each candidate makes of them.</summary>
    /// <param name="dots">Number of dots.</param>
    public (HintSet Hints, IReadOnlyList<ColoredRow> Rows) With(int dots) => Color(Drawing.Original.Dots(dots));

    /// <summary>Dots in the original's largest regions, and what each candidate makes of them; without any, the same as <see cref="With"/>.</summary>
    /// <param name="dots">Number of dots.</param>
    public (HintSet Hints, IReadOnlyList<ColoredRow> Rows) WithRegions(int dots) => dots == 0 ? With(0) : Color(Drawing.Original.RegionDots(dots));

    /// <summary>Colours with other hints, or with other lines; slow candidates are left out.</summary>
    public IReadOnlyList<ColoredRow> Color(PreparedDrawing prepared, HintSet hints) => _candidates.ColorFast(new ColoringTask(Drawing, prepared, hints), CancellationToken);

    /// <summary>Another guess without hints, of the candidates that have others.</summary>
    /// <param name="seed">1 and up.</param>
    public IReadOnlyList<ColoredRow> Guess(int seed) => _candidates.Guess(new ColoringTask(Drawing, Drawing.Prepared, Drawing.Original.Dots(0), seed), CancellationToken);

    /// <summary>A result in the size in which it is compared with the original; where lines are laid over it, they are the drawing's own, not changed ones.</summary>
    public ScoredPicture Score(Picture picture) => _scored.GetOrAdd(picture, MakeScored);

    /// <summary>The PSNR of results, each by its name.</summary>
    public IReadOnlyDictionary<string, double> Psnr(IReadOnlyList<ColoredRow> rows)
    {
        double[] values = MeasureAll(rows, picture => PictureSimilarity.Psnr(Score(picture), Drawing.Original.Scored));
        return rows.Select((row, i) => (row.Name, values[i])).ToDictionary();
    }

    /// <summary>Measures results on all cores, each picture once however often it occurs.</summary>
    public T[] MeasureAll<T>(IReadOnlyList<ColoredRow> rows, Func<Picture, T> measure)
    {
        Picture[] different = [.. rows.Select(row => row.Picture).Distinct()];
        T[] values = new T[different.Length];
        Parallel.For(0, different.Length, new ParallelOptions { CancellationToken = CancellationToken }, i => values[i] = measure(different[i]));
        return [.. rows.Select(row => values[Array.IndexOf(different, row.Picture)])];
    }

    private ScoredPicture MakeScored(Picture picture)
    {
        if (!_withLines) return new ScoredPicture(picture);
        Picture composite = new(picture.Width, picture.Height, [.. picture.Pixels]);
        LineCompositing.Run(composite, Drawing.Shown, Drawing.ShownPrepared.LineArt);
        return new ScoredPicture(composite);
    }

    private (HintSet Hints, IReadOnlyList<ColoredRow> Rows) Color(HintSet hints)
    {
        if (!_byHints.TryGetValue(hints, out IReadOnlyList<ColoredRow>? rows))
            _byHints.Add(hints, rows = _candidates.Color(new ColoringTask(Drawing, Drawing.Prepared, hints), CancellationToken));
        return (hints, rows);
    }
}
