using PdnColorize.Colorization;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Host.Engine;

/// <summary>A drawing to colour.</summary>
/// <param name="Drawing">The line art.</param>
/// <param name="Hints">The hint layer; null for none.</param>
/// <param name="Options">What to paint.</param>
/// <param name="Model">Name of an installed model; null for the default one.</param>
/// <param name="Canvas">What the result may be painted on, of the drawing's size: memory at hand, with whatever was in it before.</param>
internal sealed record EngineRequest(Picture Drawing, Picture? Hints, ColorizationOptions Options, string? Model, Picture Canvas);
