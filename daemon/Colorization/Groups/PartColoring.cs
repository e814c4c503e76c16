using PdnColorize.Colorization.Compositing;

namespace PdnColorize.Colorization.Groups;

/// <summary>Colors the parts of a drawing that no hint touches: like a hinted part where the reading network finds that the two share a color, else by a guess.</summary>
internal static class PartColoring
{
    /// <summary>Colors the parts without a hint, in place and flat: keeping what the networks painted inside them made smudges of it, and results no better.</summary>
    /// <param name="field">What the networks painted, at working size.</param>
    /// <param name="prepared">The drawing, read by a network with an embedding.</param>
    /// <param name="parts">Its parts.</param>
    /// <param name="seedColors">Color of each hint seed: red, green, blue, 0..255, at index seed x 3.</param>
    /// <param name="palette">The colors that the network tells apart; empty for one that guesses none.</param>
    /// <param name="seed">Which guess.</param>
    public static void Run(ColorField field, PreparedDrawing prepared, PartMap parts, float[] seedColors, IReadOnlyList<int> palette, int seed)
    {
        PartTraits traits = new(parts, prepared.Reading!, prepared.WorkingLines);
        float[] painted = field.Means(parts.Labels, parts.Count, prepared.WorkingLines);
        (float[] chosen, bool[] isChosen) = Choose(traits, painted, seedColors, palette, seed);
        for (int i = 0; i < parts.Labels.Length; i++)
        {
            int part = parts.Labels.Data[i];
            if (isChosen[part]) chosen.AsSpan(part * ColorField.Channels, ColorField.Channels).CopyTo(field.Data.AsSpan(i * ColorField.Channels));
        }
    }

    private static (float[] Colors, bool[] IsChosen) Choose(PartTraits traits, float[] painted, float[] seedColors, IReadOnlyList<int> palette, int seed)
    {
        float[] chosen = new float[painted.Length];
        bool[] isChosen = new bool[traits.Parts.Count + 1];
        int[] followed = HintFollowing.Run(traits);
        List<int> open = [];
        ColorGuess guess = new(palette, traits.Parts.Labels.Length);
        for (int part = 1; part <= traits.Parts.Count; part++)
        {
            int hint = followed[part] > 0 ? followed[part] : part;
            if (traits.Parts.Parts[hint].Seed is var hintSeed and > 0)
            {
                ReadOnlySpan<float> color = seedColors.AsSpan(hintSeed * ColorField.Channels, ColorField.Channels);
                color.CopyTo(chosen.AsSpan(part * ColorField.Channels));
                isChosen[part] = true;
                guess.Take(color, traits.Parts.Parts[part].Size);
            }
            else
            {
                open.Add(part);
            }
        }

        if (palette.Count == 0) return (chosen, isChosen);
        foreach ((PartGroup group, int color) in guess.Run(PartGroup.Join(traits, open, palette.Count), painted, seed))
        {
            foreach (int part in group.Members)
            {
                isChosen[part] = true;
                for (int c = 0; c < ColorField.Channels; c++) chosen[(part * ColorField.Channels) + c] = (color >> (16 - (8 * c))) & 255;
            }
        }

        return (chosen, isChosen);
    }
}
