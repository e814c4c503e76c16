using PdnColorize.Colorization;

namespace PdnColorize.Host.Engine;

/// <summary>A coloured drawing.</summary>
/// <param name="Result">The picture and what was found on the way.</param>
/// <param name="Model">Name of the model used.</param>
/// <param name="Device">What it ran on.</param>
internal sealed record EngineAnswer(ColorizationResult Result, string Model, string Device);
