using PdnColorize.Colorization;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Evaluation.Candidates;
using PdnColorize.Training.Evaluation.Pictures;

namespace PdnColorize.Training.Evaluation.Studies;

/// <summary>A drawing as all candidates colour it; what several studies look at is coloured once.</summary>
internal sealed class DrawingResults(EvaluationDrawing drawing, CandidateSet candidates, CancellationToken cancellationToken)
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

    /// <summary>Measures pictures on all cores, each once however often it occurs.</summary>
    public T[] MeasureAll<T>(IReadOnlyList<Picture> pictures, Func<Picture, T> measure)
    {
        Picture[] different = [.. pictures.Distinct()];
        T[] values = new T[different.Length];
        Parallel.For(0, different.Length, new ParallelOptions { CancellationToken = CancellationToken }, i => values[i] = measure(different[i]));
        return [.. pictures.Select(picture => values[Array.IndexOf(different, picture)])];
    }
}
