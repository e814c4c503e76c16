using System.Text.Json;
using PdnColorize.Colorization.Safetensors;

namespace PdnColorize.Colorization.Models;

/// <summary>A value inside model.json together with its place, so that every complaint can name it.</summary>
internal readonly struct ManifestNode(JsonElement element, string place, string source)
{
    /// <summary>What to do about any fault in a manifest.</summary>
    public const string Advice = "Correct the file, or install the model again.";

    public bool IsNull => element.ValueKind == JsonValueKind.Null;

    /// <summary>Makes the exception for a fault at a place in a manifest.</summary>
    public static ModelException Invalid(string source, string place, string what) =>
        new(ModelError.ManifestInvalid, $"{source}: {place} {what}. {Advice}");

    public ModelException Invalid(string what) => Invalid(source, place, what);

    /// <summary>The property of that name, or null if it is absent or null.</summary>
    public ManifestNode? Optional(string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw Invalid("must be an object");
        return element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? new ManifestNode(value, Inside(name), source)
            : null;
    }

    /// <summary>The property of that name.</summary>
    public ManifestNode Required(string name) => Optional(name) ?? throw Invalid(source, Inside(name), "is missing");

    /// <summary>A string on one line.</summary>
    public string Line(int minimumLength, int maximumLength)
    {
        var text = Text(minimumLength, maximumLength);
        return text.Contains('\n', StringComparison.Ordinal) ? throw Invalid("must stand on one line") : text;
    }

    /// <summary>A string without control characters but line ends.</summary>
    public string Text(int minimumLength, int maximumLength)
    {
        if (element.ValueKind != JsonValueKind.String)
            throw Invalid("must be a text in quotes");
        var text = element.GetString()!;
        if (text.Length < minimumLength || text.Length > maximumLength)
            throw Invalid($"has {text.Length} characters; {minimumLength} to {maximumLength} are allowed");
        if (!ModelText.HasNoControls(text))
            throw Invalid("holds control characters");
        return text;
    }

    /// <summary>A finite number.</summary>
    public double Number()
    {
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetDouble(out var number) || !double.IsFinite(number))
            throw Invalid("must be a number");
        return number;
    }

    /// <summary>A number that single precision can hold.</summary>
    public float Single()
    {
        var number = (float)Number();
        return float.IsFinite(number) ? number : throw Invalid("is too large");
    }

    /// <summary>True or false.</summary>
    public bool Boolean() => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Invalid("must be true or false"),
    };

    /// <summary>A whole number.</summary>
    public int Integer()
    {
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetInt32(out var number))
            throw Invalid("must be a whole number");
        return number;
    }

    /// <summary>One of an enum's names in camel case.</summary>
    public TChoice Choice<TChoice>()
        where TChoice : struct, Enum
    {
        var text = element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();
        foreach (var choice in Enum.GetValues<TChoice>())
        {
            if (text == Spell(choice))
                return choice;
        }

        throw Invalid($"is {MessageText.Quote(text)}; it must be one of {string.Join(", ", Enum.GetValues<TChoice>().Select(Spell))}");
    }

    /// <summary>The entries of a list.</summary>
    public List<ManifestNode> List(int minimumCount, int maximumCount)
    {
        if (element.ValueKind != JsonValueKind.Array)
            throw Invalid("must be a list in square brackets");
        var count = element.GetArrayLength();
        if (count < minimumCount || count > maximumCount)
        {
            var allowed = minimumCount == maximumCount ? $"{minimumCount}" : $"{minimumCount} to {maximumCount}";
            throw Invalid($"has {count} entries; it must have {allowed}");
        }

        var nodes = new List<ManifestNode>(count);
        foreach (var entry in element.EnumerateArray())
            nodes.Add(new ManifestNode(entry, $"{place}[{nodes.Count}]", source));
        return nodes;
    }

    /// <summary>An object's properties as texts: strings as they are, anything else as its JSON.</summary>
    public SortedDictionary<string, string> Texts()
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw Invalid("must be an object");
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            var value = property.Value;
            texts[property.Name] = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        }

        return texts;
    }

    /// <summary>How model.json spells an enum's value.</summary>
    public static string Spell<TChoice>(TChoice choice)
        where TChoice : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(choice.ToString());

    private string Inside(string name) => place.Length == 0 ? name : $"{place}.{name}";
}
