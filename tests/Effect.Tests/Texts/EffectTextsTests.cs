using System.Text.RegularExpressions;
using PdnColorize.Effect.Messages;
using PdnColorize.Effect.Texts;
using PdnColorize.Protocol.Errors;

namespace PdnColorize.Effect.Tests.Texts;

public sealed partial class EffectTextsTests
{
    private static readonly EffectTexts English = EffectTexts.For("en");

    private static readonly Dictionary<string, DaemonErrorCode> DaemonErrors = Enum.GetValues<DaemonErrorCode>().ToDictionary(DaemonErrorText.KeyOf);

    public static TheoryData<string> OtherLanguages => [.. EffectTexts.Languages.Where(language => language != EffectTexts.BaseLanguage)];

    [Fact]
    public void Languages_AreAtLeastEnglishAndJapanese() => Assert.Superset(new HashSet<string> { "en", "ja" }, EffectTexts.Languages.ToHashSet());

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void Keys_OfALanguage_AreTheEffectsAndTheDaemonsErrors(string language) =>
        Assert.Equal(English.Keys.Concat(DaemonErrors.Keys).Order(), EffectTexts.For(language).Keys.Order());

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void Texts_OfALanguage_HaveTheSamePlaceholdersAsInEnglish(string language)
    {
        EffectTexts texts = EffectTexts.For(language);
        foreach (string key in texts.Keys)
        {
            string english = DaemonErrors.TryGetValue(key, out DaemonErrorCode code) ? DaemonErrorText.TemplateOf(code) : English[key];
            Assert.Equal((key, PlaceholdersOf(english)), (key, PlaceholdersOf(texts[key])));
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public void Texts_OfALanguage_AreNotEmptyAndNameTheHintLayer(string language)
    {
        EffectTexts texts = EffectTexts.For(language);

        Assert.NotEmpty(texts.HintLayerNames);
        Assert.All(texts.HintLayerNames, name => Assert.True(name.Trim() == name && name.Length > 0));
        Assert.All(texts.Keys, key => Assert.False(string.IsNullOrWhiteSpace(texts[key]), key));
    }

    [Theory]
    [InlineData("ja", "ja")]
    [InlineData("ja-JP", "ja")]
    [InlineData("JA", "ja")]
    [InlineData("en-GB", "en")]
    [InlineData("xx-Latn-YY", "en")]
    [InlineData("", "en")]
    public void For_ACulture_TakesItsLanguageOrEnglish(string culture, string expected) => Assert.Equal(expected, EffectTexts.For(culture).Language);

    [Fact]
    public void Explain_ErrorsOfTheDaemon_AreSaidInTheUsersLanguage()
    {
        DaemonException busy = new(DaemonErrorCode.Busy, ("waiting", "8"));

        Assert.Equal(busy.Message, English.Explain(busy));
        Assert.Contains("8 件", EffectTexts.For("ja").Explain(busy), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public void Explain_DaemonThatWroteALot_QuotesTheEnd(string language)
    {
        string log = string.Join('\n', Enumerable.Range(1, 40).Select(i => $"line {i} {new string('x', 480)}"));

        string text = EffectTexts.For(language).Explain(new DaemonException(DaemonErrorCode.DaemonStartFailed, ("exitCode", "3"), ("log", log)));

        Assert.InRange(text.Length, 500, 900);
        Assert.EndsWith("line 40 " + new string('x', 480), text, StringComparison.Ordinal);
        Assert.DoesNotContain("line 39", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_DaemonThatWroteShortLines_QuotesFive()
    {
        string text = English.Explain(new DaemonException(DaemonErrorCode.DaemonStartFailed, ("exitCode", "3"), ("log", string.Join('\n', Enumerable.Range(1, 40).Select(i => $"line {i}")))));

        Assert.EndsWith("line 36\nline 37\nline 38\nline 39\nline 40", text, StringComparison.Ordinal);
        Assert.DoesNotContain("line 35", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_ErrorOfANewerDaemon_IsItsOwnSentence() =>
        Assert.Equal("The moon is full.", EffectTexts.For("ja").Explain(DaemonException.FromWire(1177, "The moon is full.", null)));

    [Fact]
    public void Explain_TheEffectsOwnErrors_NameTheLayer() =>
        Assert.Contains("“ink”", English.Explain(new EffectException("error.layerMissing", ("layer", "ink"))), StringComparison.Ordinal);

    [Fact]
    public void Explain_AnythingElse_NamesItsKindAndNoPath()
    {
        string text = English.Explain(new FileNotFoundException("/home/somebody/secret.txt"));

        Assert.Contains(nameof(FileNotFoundException), text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    private static string PlaceholdersOf(string text) => string.Join(' ', Placeholder().Matches(text).Select(match => match.Value).Distinct().Order());

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();
}
