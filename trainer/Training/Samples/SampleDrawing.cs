using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Training.Samples;

/// <summary>A sample as a user would see it.</summary>
/// <param name="Lines">The line art in the stage's size, 0 ink to 255 paper.</param>
/// <param name="Hints">The hints on it.</param>
internal sealed record SampleDrawing(Plane<byte> Lines, HintSet Hints);
