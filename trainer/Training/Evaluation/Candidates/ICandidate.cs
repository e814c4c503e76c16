using PdnColorize.Colorization;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Evaluation.Pictures;

namespace PdnColorize.Training.Evaluation.Candidates;

/// <summary>Something that colours drawings.</summary>
internal interface ICandidate : IDisposable
{
    /// <summary>What all its rows have in common.</summary>
    string Label { get; }

    /// <summary>Rows in the tables; one for each picture that <see cref="Color"/> gives.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Whether another <see cref="ColoringTask.Seed"/> gives another guess.</summary>
    bool HasGuesses => false;

    /// <summary>Whether it is too slow for the studies that colour a drawing many times; they leave it out.</summary>
    bool IsSlow => false;

    /// <summary>Told of all hints that an unchanged drawing will be coloured with, before the first: what is slow to start can colour them at once.</summary>
    /// <exception cref="ColorizationException">It cannot colour the drawing.</exception>
    void Prepare(EvaluationDrawing drawing, IReadOnlyList<HintSet> hints, CancellationToken cancellationToken)
    {
    }

    /// <summary>Colours a drawing, without its lines.</summary>
    /// <param name="task">The drawing and its hints.</param>
    /// <param name="cancellationToken">Checked now and then.</param>
    /// <returns>Opaque pictures of the drawing's size.</returns>
    /// <exception cref="ColorizationException">It makes no picture of this drawing with these hints.</exception>
    IReadOnlyList<Picture> Color(ColoringTask task, CancellationToken cancellationToken);
}
