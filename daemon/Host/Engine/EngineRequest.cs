using PdnColorize.Colorization;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Host.Engine;

/// <summary>A drawing to colour.</summary>
/// <param name="Drawing">The line art.</param>
/// <param name="Hints">The hint layer; null for none.</param>
/// <param name="Options">What to paint.</param>
/// <param name="Model">Name of an installed model; null for the default one.</param>
internal sealed record EngineRequest(Picture Drawing, Picture? Hints, ColorizationOptions Options, string? Model);
