using PdnColorize.Colorization;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Training.Evaluation.Candidates;

/// <summary>Something that colours drawings.</summary>
internal interface ICandidate : IDisposable
{
    /// <summary>What all its rows have in common.</summary>
    string Label { get; }

    /// <summary>Rows in the tables; one for each picture that <see cref="Color"/> gives.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Colours a drawing, without its lines.</summary>
    /// <param name="drawing">The drawing.</param>
    /// <param name="hints">Hints of the drawing's size.</param>
    /// <param name="cancellationToken">Checked now and then.</param>
    /// <returns>Opaque pictures of the drawing's size.</returns>
    /// <exception cref="ColorizationException">It makes no picture of this drawing with these hints.</exception>
    IReadOnlyList<Picture> Color(PreparedDrawing drawing, HintSet hints, CancellationToken cancellationToken);
}
