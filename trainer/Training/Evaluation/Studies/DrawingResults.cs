using PdnColorize.Colorization;
using PdnColorize.Colorization.Compositing;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Evaluation.Candidates;
using PdnColorize.Training.Evaluation.Metrics;
using PdnColorize.Training.Evaluation.Pictures;

namespace PdnColorize.Training.Evaluation.Studies;

/// <summary>A drawing as all candidates colour it; what several studies look at is coloured once.</summary>
/// <param name="drawing">The drawing.</param>
/// <param name="candidates">Who colours it.</param>
/// <param name="withLines">Whether results are scored with the drawing's lines over them.</param>
/// <param name="cancellationToken">Whether the user has had enough.</param>
internal sealed class DrawingResults(EvaluationDrawing drawing, CandidateSet candidates, bool withLines, CancellationToken cancellationToken)
{
    private readonly Dictionary<int, (HintSet Hints, IReadOnlyList<Picture> Pictures)> _byHints = [];

    public EvaluationDrawing Drawing { get; } = drawing;

    /// <summary>The rows of the tables.</summary>
    public IReadOnlyList<string> Names { get; } = candidates.Names;

    /// <summary>Whether the user has had enough.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>The simulated hints and what each candidate makes of them.</summary>
    /// <param name="hintCount">Number of dots.</param>
    public (HintSet Hints, IReadOnlyList<Picture> Pictures) With(int hintCount)
    {
        if (_byHints.TryGetValue(hintCount, out (HintSet, IReadOnlyList<Picture>) results)) return results;
        HintSet hints = Drawing.Hints(hintCount);
        results = (hints, Color(Drawing.Prepared, hints));
        _byHints.Add(hintCount, results);
        return results;
    }

    /// <summary>Colours another drawing, or with other hints.</summary>
    public IReadOnlyList<Picture> Color(PreparedDrawing drawing, HintSet hints) => candidates.Color(drawing, hints, CancellationToken);

    /// <summary>A result in the size in which it is compared with the original; where lines are laid over it, they are the drawing's own, not changed ones.</summary>
    public ScoredPicture Score(Picture picture)
    {
        if (!withLines) return new ScoredPicture(picture);
        Picture composite = new(picture.Width, picture.Height, [.. picture.Pixels]);
        LineCompositing.Run(composite, Drawing.Picture, Drawing.Prepared.LineArt);
        return new ScoredPicture(composite);
    }

    /// <summary>Measures pictures on all cores, each once however often it occurs.</summary>
    public T[] MeasureAll<T>(IReadOnlyList<Picture> pictures, Func<Picture, T> measure)
    {
        Picture[] different = [.. pictures.Distinct()];
        T[] values = new T[different.Length];
        Parallel.For(0, different.Length, new ParallelOptions { CancellationToken = CancellationToken }, i => values[i] = measure(different[i]));
        return [.. pictures.Select(picture => values[Array.IndexOf(different, picture)])];
    }
}
