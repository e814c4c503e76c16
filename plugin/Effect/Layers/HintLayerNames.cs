namespace PdnColorize.Effect.Layers;

/// <summary>Which layer holds the hints, when the user did not say.</summary>
internal static class HintLayerNames
{
    /// <summary>Whether a layer's name says that it holds hints.</summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="words">What the languages of the effect call hints: of all of them, since documents travel.</param>
    public static bool Matches(string name, IReadOnlyList<string> words) =>
        words.Any(word => IsLatin(word[0]) ? HasWord(name, word) : name.Contains(word, StringComparison.OrdinalIgnoreCase));

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

    /// <summary>
    /// Whether a name has a word, or more than one of it ("hints"), by itself. A part of another word is none: in a German Paint.NET the first layer of each picture is "Hintergrund". What begins with a capital
    /// in the middle is a word ("colorHints"), and other scripts, which have no spaces, may stand beside it.
    /// </summary>
    private static bool HasWord(string name, string word)
    {
        for (int at = Next(0); at >= 0; at = Next(at + 1))
        {
            int end = at + word.Length;
            bool isPlural = end < name.Length && name[end] is ('s' or 'S');
            if (IsEdge(name, at) && (IsEdge(name, end) || (isPlural && IsEdge(name, end + 1)))) return true;
        }

        return false;

        int Next(int from) => name.IndexOf(word, from, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsEdge(string name, int at) =>
        at == 0 || at == name.Length || !IsLatin(name[at - 1]) || !IsLatin(name[at]) || (char.IsLower(name[at - 1]) && char.IsUpper(name[at]));

    /// <summary>Whether it is a Latin letter, with accents or without.</summary>
    private static bool IsLatin(char letter) => letter < '\u0250' && char.IsLetter(letter);
}
