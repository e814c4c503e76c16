using PdnColorize.Colorization;
using PdnColorize.Colorization.Hints;
using PdnColorize.Training.Evaluation.Pictures;

namespace PdnColorize.Training.Evaluation.Candidates;

/// <summary>What is to be coloured.</summary>
/// <param name="Drawing">The drawing, whose original only the reference methods may look at.</param>
/// <param name="Prepared">Its lines, which a study may have changed.</param>
/// <param name="Hints">Hints of the drawing's size.</param>
/// <param name="Seed">Which guess: 0 is the usual one. Only candidates with <see cref="ICandidate.HasGuesses"/> have others.</param>
internal sealed record ColoringTask(EvaluationDrawing Drawing, PreparedDrawing Prepared, HintSet Hints, int Seed = 0);
