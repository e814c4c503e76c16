namespace PdnColorize.Effect.Layers;

/// <summary>Which layer holds the hints, when the user did not say.</summary>
internal static class HintLayerNames
{
    /// <summary>Whether a layer's name says that it holds hints.</summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="words">What the languages of the effect call hints: of all of them, since documents travel.</param>
    public static bool Matches(string name, IReadOnlyList<string> words) => words.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Index of the topmost layer whose name says so; one that is shown comes before one that is hidden. Null when there is none.</summary>
    /// <param name="layers">The layers from the bottom up.</param>
    /// <param name="words">What hints are called.</param>
    /// <param name="except">A layer that holds something else: the lines; null for none.</param>
    public static int? Find(IReadOnlyList<ILayer> layers, IReadOnlyList<string> words, int? except)
    {
        int? hidden = null;
        for (int i = layers.Count - 1; i >= 0; i--)
        {
            if (i == except || !Matches(layers[i].Name, words)) continue;
            if (layers[i].Visible) return i;
            hidden ??= i;
        }

        return hidden;
    }
}
