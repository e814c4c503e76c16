using PdnColorize.Colorization.Groups;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;

namespace PdnColorize.Colorization.Tests.Groups;

/// <summary>Parts in a row, each four pixels wide and four high, with given traits.</summary>
internal static class TestParts
{
    private const int Side = 4;

    /// <param name="embeddings">Of each part, two numbers.</param>
    /// <param name="borders">Between each part and the next, 0 to 255.</param>
    /// <param name="hinted">Parts with a hint.</param>
    /// <param name="odds">Logarithms of the colors' probabilities, one row a part.</param>
    public static PartTraits Row(float[][] embeddings, byte[] borders, int[] hinted, float[][]? odds = null)
    {
        int count = embeddings.Length;
        int width = count * Side;
        Plane<int> labels = new(width, Side);
        Plane<int> reached = new(width, Side);
        Plane<byte> strength = new(width, Side);
        Plane<byte> paper = new(width, Side);
        Array.Fill(paper.Data, byte.MaxValue);
        float[] values = new float[width * Side * 2];
        for (int i = 0; i < labels.Length; i++)
        {
            (int part, int x) = ((i % width / Side) + 1, i % width);
            labels.Data[i] = part;
            if (hinted.Contains(part)) reached.Data[i] = part;
            embeddings[part - 1].CopyTo(values, i * 2);
            // Half a part's width from the border, so that a strong one does not reach the next.
            int border = (x + (Side / 2)) / Side;
            if (border >= 1 && border < count && x % Side is 0 or Side - 1) strength.Data[i] = borders[border - 1];
        }

        PartMap parts = PartMap.Create(new RegionMap(labels, count), new WorkingHints(reached, []));
        BorderMap map = new(strength);
        RegionReading reading = new(
            LearnedBorders.Create(map, paper), paper, new FeatureMap(width, Side, 2, values), odds is null ? null : [.. odds[0], .. odds.SelectMany(row => row)]);
        return new PartTraits(parts, reading, paper);
    }
}
