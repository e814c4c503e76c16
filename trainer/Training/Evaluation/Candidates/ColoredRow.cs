using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Training.Evaluation.Candidates;

/// <summary>A candidate's result.</summary>
/// <param name="Name">The row of the tables that it belongs to.</param>
/// <param name="Picture">The coloured drawing, without its lines.</param>
internal sealed record ColoredRow(string Name, Picture Picture);
