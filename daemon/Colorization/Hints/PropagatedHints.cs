using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Hints;

/// <summary>What <see cref="HintFlood"/> gives.</summary>
/// <param name="Groups">The hint group that reaches each pixel first; 0 everywhere when there is no hint.</param>
/// <param name="Confidence">0..1: near 1 along open paper, lower through a narrow gap, near 0 across a line; 0 everywhere when there is no hint.</param>
internal sealed record PropagatedHints(Plane<int> Groups, Plane<float> Confidence);
