namespace PdnColorize.Colorization.Models;

/// <summary>
/// How hints were flooded over the line art for training; the same must be done for colouring. The flood takes pixels by
/// priority, lowest first: minus the distance to the nearest line (capped, divided by the cap) plus
/// <see cref="LineWeight"/> x (255 - line) / 255. With "worst" the highest priority met on the way, the confidence is
/// 1 / (1 + exp(<see cref="ConfidenceSlope"/> x (worst - <see cref="ConfidenceCenter"/>))).
/// </summary>
public sealed record HintPropagation
{
    /// <summary>
    /// Distances to lines above this many pixels of stage 1's size count as this many. Above 0, at most
    /// 4096.
    /// </summary>
    public required double DistanceCap { get; init; }

    /// <summary>How much a black pixel weighs against the distance; a line is crossed last. 0 to 30: more than open paper can ever outweigh.</summary>
    public required double LineWeight { get; init; }

    /// <summary>A pixel is paper if its line art is brighter than this, 0 to 255.</summary>
    public required double PaperThreshold { get; init; }

    /// <summary>How fast confidence falls with the priority. Above 0, at most 1000.</summary>
    public required double ConfidenceSlope { get; init; }

    /// <summary>The priority at which confidence is one half. -1000 to 1000.</summary>
    public required double ConfidenceCenter { get; init; }
}
