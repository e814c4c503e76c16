using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization;

/// <summary>What a colorization gives.</summary>
/// <param name="Picture">The picture, opaque, in the drawing's size.</param>
/// <param name="Times">The steps in order with their times.</param>
/// <param name="LineWidth">The drawing's line width in pixels, as estimated or given.</param>
/// <param name="RegionCount">Number of closed regions found.</param>
/// <param name="HintCount">Number of hints: dots or strokes of one colour.</param>
public sealed record ColorizationResult(Picture Picture, IReadOnlyList<StepTime> Times, double LineWidth, int RegionCount, int HintCount);
