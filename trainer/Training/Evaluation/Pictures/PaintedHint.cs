using PdnColorize.Colorization.Hints;

namespace PdnColorize.Training.Evaluation.Pictures;

/// <summary>One hint of a set: a dot, or dots that touch in like colours.</summary>
/// <param name="Positions">Its pixels, ascending.</param>
/// <param name="Color">Their mean colour.</param>
internal sealed record PaintedHint(IReadOnlyList<int> Positions, (byte Red, byte Green, byte Blue) Color)
{
    /// <summary>The hints of a set; hint n is the set's group n + 1.</summary>
    public static IReadOnlyList<PaintedHint> Of(HintSet hints)
    {
        List<int>[] positions = [.. Enumerable.Range(0, hints.GroupCount).Select(_ => new List<int>())];
        int[] sums = new int[hints.GroupCount * 3];
        for (int i = 0; i < hints.Count; i++)
        {
            int hint = hints.Groups[i] - 1;
            positions[hint].Add(hints.Positions[i]);
            for (int c = 0; c < 3; c++) sums[(hint * 3) + c] += (hints.Colors[i] >> (16 - (8 * c))) & 255;
        }

        return [.. positions.Select((pixels, hint) => new PaintedHint(pixels, (Mean(hint, 0), Mean(hint, 1), Mean(hint, 2))))];

        byte Mean(int hint, int channel) => (byte)Math.Round((double)sums[(hint * 3) + channel] / positions[hint].Count);
    }
}
