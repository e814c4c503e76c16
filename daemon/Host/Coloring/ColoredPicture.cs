using PdnColorize.Colorization;

namespace PdnColorize.Host.Coloring;

/// <summary>A coloured drawing.</summary>
/// <param name="Result">The picture and what was found on the way.</param>
/// <param name="Model">Name of the model used, as its model.json has it.</param>
/// <param name="Device">What it ran on.</param>
internal sealed record ColoredPicture(ColorizationResult Result, string Model, string Device);
