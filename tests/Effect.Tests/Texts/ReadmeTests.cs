using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PdnColorize.Effect.Texts;
using PdnColorize.Protocol.Errors;

namespace PdnColorize.Effect.Tests.Texts;

/// <summary>plugin/README.md explains every message that users can see, by its beginning.</summary>
public sealed partial class ReadmeTests
{
    private static readonly Dictionary<string, string> Example = new() { ["layer"] = "hints", ["model"] = "my-style" };

    private static readonly string[] Templates =
    [
        .. EffectTexts.For("en").Keys.Where(key => key.StartsWith("error.", StringComparison.Ordinal)).Select(key => EffectTexts.For("en")[key]),
        .. Enum.GetValues<DaemonErrorCode>().Select(DaemonErrorText.TemplateOf),
    ];

    public static TheoryData<string> Messages => [.. Templates];

    [Theory]
    [MemberData(nameof(Messages))]
    public void Readme_WhenItSays_ExplainsTheMessage(string template)
    {
        string message = DaemonErrorText.Format(template, Example);

        Assert.Contains(Explained(), beginning => message.StartsWith(beginning, StringComparison.Ordinal));
    }

    [Fact]
    public void Readme_WhenItSays_ExplainsNothingElse()
    {
        string[] messages = [.. Templates.Select(template => DaemonErrorText.Format(template, Example))];

        Assert.All(Explained(), beginning => Assert.Contains(messages, message => message.StartsWith(beginning, StringComparison.Ordinal)));
    }

    private static string[] Explained([CallerFilePath] string here = "")
    {
        string readme = File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "plugin", "README.md"));
        string[] beginnings = [.. Row().Matches(readme).Select(match => match.Groups[1].Value)];
        Assert.NotEmpty(beginnings);
        return beginnings;
    }

    [GeneratedRegex(@"^\| \*([^*]+)\*", RegexOptions.Multiline)]
    private static partial Regex Row();
}
