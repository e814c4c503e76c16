using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;

namespace PdnColorize.Colorization.Hints;

/// <summary>
/// Spreads hints over line art: each pixel gets the hint that reaches it first and a confidence. Pixels far from lines go first, then narrow places,
/// dark line pixels last; so a colour fills its region, passes a gap only when it must, and crosses a line at the very end.
/// </summary>
/// <remarks>
/// Priority of a pixel: -min(d, cap)/cap + lineWeight x (255 - line)/255 with d the Euclidean distance to the nearest pixel that is not paper. The confidence falls
/// with the highest priority on the way from the hint: 1 / (1 + exp(slope x (worst - centre))).
/// </remarks>
internal sealed class HintFlood
{
    /// <summary>Steps into which one unit of priority is cut for the queue.</summary>
    private const int StepsPerUnit = 1000;

    /// <summary>Learned borders are told apart in steps of this, of 255: weaker differences are the network's noise.</summary>
    private const int SameStrength = 16;

    private readonly HintPropagation _options;
    private readonly double _distanceCap;

    /// <param name="options">What the model was trained with.</param>
    /// <param name="scale">Pixels of the line art to be flooded for one pixel of stage 1, in which the distance cap is given.</param>
    public HintFlood(HintPropagation options, double scale)
    {
        _options = options;
        _distanceCap = options.DistanceCap * scale;
    }

    /// <summary>Floods the hints over line art of the same size.</summary>
    /// <param name="lines">Grey: 0 ink, 255 paper.</param>
    /// <param name="seeds">The hint's group in hint pixels, 0 elsewhere. Not changed.</param>
    /// <param name="borders">Learned borders in the same size: they take the lines' place.</param>
    public PropagatedHints Run(Plane<byte> lines, Plane<int> seeds, Plane<byte>? borders = null)
    {
        Plane<int> groups = new(lines.Width, lines.Height, [.. seeds.Data]);
        short[] worst = new short[lines.Length];
        int count = (int)Math.Ceiling((1 + _options.LineWeight) * StepsPerUnit) + 1;
        PriorityFlood.Run(groups, Priorities(borders is null ? lines : AsLines(borders)), count, worst);

        float[] confidence = new float[lines.Length];
        for (int i = 0; i < confidence.Length; i++)
        {
            if (groups.Data[i] == 0) continue;
            // A hint itself has met nothing worse than open paper.
            double met = worst[i] < 0 ? double.NegativeInfinity : ((double)worst[i] / StepsPerUnit) - 1;
            confidence[i] = (float)(1 / (1 + Math.Exp(_options.ConfidenceSlope * (met - _options.ConfidenceCenter))));
        }

        return new PropagatedHints(groups, new Plane<float>(lines.Width, lines.Height, confidence));
    }

    private static Plane<byte> AsLines(Plane<byte> borders) =>
        new(borders.Width, borders.Height, [.. borders.Data.Select(strength => (byte)(255 - (strength / SameStrength * SameStrength)))]);

    private ushort[] Priorities(Plane<byte> lines)
    {
        float[] distance = LineDistances.ToNearestInk(lines, (byte)_options.PaperThreshold);
        ushort[] priorities = new ushort[lines.Length];
        for (int i = 0; i < priorities.Length; i++)
        {
            double depth = Math.Min(distance[i], _distanceCap) / _distanceCap;
            double ink = _options.LineWeight * (255 - lines.Data[i]) / 255;
            priorities[i] = (ushort)Math.Round((1 - depth + ink) * StepsPerUnit);
        }

        return priorities;
    }
}
