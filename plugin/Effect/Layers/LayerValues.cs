using System.Globalization;

namespace PdnColorize.Effect.Layers;

/// <summary>
/// The texts by which settings name layers. Names and not numbers, so that Repeat finds the same layer after others were added, and in another document the layer
/// of that name.
/// </summary>
internal static class LayerValues
{
    /// <summary>Before a layer's name.</summary>
    public const string Prefix = "layer:";

    /// <summary>A text for each layer, in the layers' order. Where several have one name, the topmost has it plain, the next has " (2)" behind it, and so on.</summary>
    /// <param name="names">The layers' names from the bottom up.</param>
    public static string[] Of(IReadOnlyList<string> names)
    {
        string[] values = new string[names.Count];
        // A layer that is really called "ink (2)" keeps its own name.
        HashSet<string> taken = new(names, StringComparer.Ordinal);
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int i = names.Count - 1; i >= 0; i--)
        {
            string name = names[i];
            if (!seen.Add(name))
            {
                int number = 2;
                while (!taken.Add(Numbered(names[i], number))) number++;
                name = Numbered(names[i], number);
            }

            values[i] = Prefix + name;
        }

        return values;
    }

    /// <summary>The layer's name in such a text.</summary>
    public static string NameIn(string value) => value.StartsWith(Prefix, StringComparison.Ordinal) ? value[Prefix.Length..] : value;

    private static string Numbered(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name} ({number})");
}
