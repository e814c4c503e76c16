using System.Globalization;
using System.Reflection;
using System.Text.Json;
using PdnColorize.Effect.Messages;
using PdnColorize.Protocol.Errors;

namespace PdnColorize.Effect.Texts;

/// <summary>
/// What the effect says, in one language. Each language is a file in this folder, named like its culture ("ja", "pt-br") and built into the library: adding a file adds the
/// language. Sentences for the daemon's errors are built into the protocol in English, so that <c>en.json</c> has none; all other languages have them by key.
/// </summary>
internal sealed class EffectTexts
{
    /// <summary>Environment variable with the name of a culture, for those who want another language than Paint.NET's.</summary>
    public const string LanguageVariable = "PDNCOLORIZE_LANGUAGE";

    /// <summary>The language that is complete by itself; texts that others lack come from it.</summary>
    public const string BaseLanguage = "en";

    private const string ResourceFolder = "Texts/";

    /// <summary>Of a program's output in a message.</summary>
    private const int MostLines = 5;
    private const int MostCharacters = 500;

    private static readonly Lazy<Dictionary<string, EffectTexts>> All = new(LoadAll);

    private readonly Dictionary<string, string> _texts;

    private EffectTexts(string language, JsonElement file)
    {
        Language = language;
        HintLayerNames = [.. file.GetProperty("hintLayerNames").EnumerateArray().Select(name => name.GetString()!)];
        _texts = file.GetProperty("texts").EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()!);
    }

    /// <summary>The language of the thread that asks, which is Paint.NET's, or what <see cref="LanguageVariable"/> says.</summary>
    public static EffectTexts Current =>
        For(Environment.GetEnvironmentVariable(LanguageVariable) is { Length: > 0 } wanted ? wanted : CultureInfo.CurrentUICulture.Name);

    /// <summary>Names of the languages' cultures.</summary>
    public static IReadOnlyCollection<string> Languages => All.Value.Keys;

    /// <summary>What layers with hints are called, in all languages.</summary>
    public static IReadOnlyList<string> AllHintLayerNames { get; } = [.. All.Value.Values.SelectMany(texts => texts.HintLayerNames)];

    /// <summary>Name of the language's culture.</summary>
    public string Language { get; }

    /// <summary>What layers with hints are called.</summary>
    public IReadOnlyList<string> HintLayerNames { get; }

    /// <summary>Keys of the texts that the language itself has.</summary>
    internal IReadOnlyCollection<string> Keys => _texts.Keys;

    /// <summary>The text of a key, with its placeholders.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text in any language: a mistake in this program.</exception>
    public string this[string key] => _texts.TryGetValue(key, out string? text) ? text : All.Value[BaseLanguage]._texts[key];

    /// <summary>The texts of a culture: "ja-JP" has those of "ja"; what is not there is English.</summary>
    public static EffectTexts For(string culture)
    {
        for (string name = culture; name.Length > 0; name = name[..Math.Max(0, name.LastIndexOf('-'))])
        {
            if (All.Value.TryGetValue(name, out EffectTexts? texts)) return texts;
        }

        return All.Value[BaseLanguage];
    }

    /// <summary>The text of a key, with a value in the place of its placeholder.</summary>
    public string Format(string key, string name, string value) => DaemonErrorText.Format(this[key], new Dictionary<string, string> { [name] = value });

    /// <summary>The sentence that says what went wrong and what to do.</summary>
    public string Explain(Exception exception) => exception switch
    {
        // What a newer daemon says is better than what is known here.
        DaemonException { Code: DaemonErrorCode.Unknown } e => e.Message,
        DaemonException e => DaemonErrorText.Format(Sentence(e.Code), Shortened(e.Arguments)),
        EffectException e => DaemonErrorText.Format(this[e.TextKey], e.Arguments),
        OutOfMemoryException => Sentence(DaemonErrorCode.OutOfMemory),
        _ => Format("error.unexpected", "reason", exception.GetType().Name),
    };

    private string Sentence(DaemonErrorCode code) => _texts.TryGetValue(DaemonErrorText.KeyOf(code), out string? text) ? text : DaemonErrorText.TemplateOf(code);

    /// <summary>Of what a program wrote, the end, where it says why it ended: all of it would be taller than the screen. The log file has the rest.</summary>
    private static Dictionary<string, string> Shortened(IReadOnlyDictionary<string, string> arguments) =>
        arguments.ToDictionary(argument => argument.Key, argument => argument.Key == "log" ? EndOf(argument.Value) : argument.Value);

    private static string EndOf(string text)
    {
        string[] lines = text.Split('\n');
        if (lines.Length > MostLines) text = string.Join('\n', lines[^MostLines..]);
        if (text.Length <= MostCharacters) return text;
        text = text[^MostCharacters..];
        // Never half a character.
        return "… " + (char.IsLowSurrogate(text[0]) ? text[1..] : text);
    }

    private static Dictionary<string, EffectTexts> LoadAll()
    {
        Assembly assembly = typeof(EffectTexts).Assembly;
        Dictionary<string, EffectTexts> all = new(StringComparer.OrdinalIgnoreCase);
        foreach (string resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(ResourceFolder, StringComparison.Ordinal)))
        {
            using Stream stream = assembly.GetManifestResourceStream(resource)!;
            using JsonDocument file = JsonDocument.Parse(stream);
            string language = resource[ResourceFolder.Length..];
            all.Add(language, new EffectTexts(language, file.RootElement));
        }

        return all;
    }
}
