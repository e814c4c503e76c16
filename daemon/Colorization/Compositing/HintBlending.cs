using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Compositing;

/// <summary>Makes the network's colours agree with the hints in the regions that they touch.</summary>
/// <remarks>
/// A region with one hint takes its colour. Where several share a region, the nearest one is preferred, but the network, which has learned what hair and skin look like,
/// may find that another one fits better: two hints in a face of which one means the eyes. Measured on pairs with true lines, 10 dots: 26.0 dB against 23.1 dB
/// with the nearest hint alone (dicebear micah), no change where regions are closed.
/// </remarks>
internal static class HintBlending
{
    /// <summary>How much farther from the network's colour the nearest hint may be, in 0..255, than another one and still win.</summary>
    private const float NearestAdvantage = 40;

    /// <summary>Differences to the network's colour that are this much apart, in 0..255, count e times differently.</summary>
    private const float Softness = 20;

    /// <summary>Close to a hint nothing but its own colour counts: the advantage there, and the distance over which it falls, as a share of the working short side.</summary>
    private const float AdvantageAtTheHint = 1000;
    private const float CloseShare = 0.012f;

    /// <summary>Blends in place.</summary>
    /// <param name="field">The network's colours at working size.</param>
    /// <param name="regions">The region of each pixel.</param>
    /// <param name="hints">Where the hints reach.</param>
    /// <param name="networkSawHints">Whether the network's colours depend on the hints; if not, they cannot choose among them and the nearest hint counts alone.</param>
    public static void Run(ColorField field, Plane<int> regions, WorkingHints hints, bool networkSawHints)
    {
        Plane<int> reached = hints.Reached;
        float close = CloseShare * Math.Min(field.Width, field.Height);
        Rows.ForEach(field.Height, y =>
        {
            for (int i = y * field.Width; i < (y + 1) * field.Width; i++)
            {
                int nearest = reached.Data[i];
                if (nearest == 0) continue;
                Span<float> color = field.Data.AsSpan(i * ColorField.Channels, ColorField.Channels);
                int[] seeds = hints.SeedsOfRegion[regions.Data[i]];
                if (seeds.Length == 1 || !networkSawHints)
                {
                    ColorOf(hints, nearest).CopyTo(color);
                    continue;
                }

                float advantage = NearestAdvantage + (AdvantageAtTheHint * MathF.Exp(-hints.Costs[i] / close));
                Mix(hints, seeds, nearest, advantage, color);
            }
        });
    }

    /// <summary>Writes every hint pixel into the result: what the user painted is what stands there.</summary>
    public static void PaintHintPixels(Picture result, HintSet hints)
    {
        for (int i = 0; i < hints.Count; i++)
        {
            int color = hints.Colors[i];
            RegionSampler.Write(color >> 16, (color >> 8) & 255, color & 255, result.Pixels.AsSpan(hints.Positions[i] * Picture.BytesPerPixel));
        }
    }

    private static ReadOnlySpan<float> ColorOf(WorkingHints hints, int seed) =>
        hints.SeedColors.AsSpan(seed * ColorField.Channels, ColorField.Channels);

    /// <summary>The mean of the seeds' colours, each weighted by how well it fits the network's colour.</summary>
    private static void Mix(WorkingHints hints, int[] seeds, int nearest, float advantage, Span<float> color)
    {
        float best = float.PositiveInfinity;
        foreach (int seed in seeds) best = MathF.Min(best, Score(seed, color));
        float red = 0, green = 0, blue = 0, total = 0;
        foreach (int seed in seeds)
        {
            float weight = MathF.Exp((best - Score(seed, color)) / Softness);
            ReadOnlySpan<float> own = ColorOf(hints, seed);
            red += weight * own[0];
            green += weight * own[1];
            blue += weight * own[2];
            total += weight;
        }

        (color[0], color[1], color[2]) = (red / total, green / total, blue / total);

        float Score(int seed, ReadOnlySpan<float> painted)
        {
            ReadOnlySpan<float> own = ColorOf(hints, seed);
            float r = own[0] - painted[0], g = own[1] - painted[1], b = own[2] - painted[2];
            return MathF.Sqrt((r * r) + (g * g) + (b * b)) + (seed == nearest ? 0 : advantage);
        }
    }
}
