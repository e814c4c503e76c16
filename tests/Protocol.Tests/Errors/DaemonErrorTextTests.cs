using System.Text.RegularExpressions;
using PdnColorize.Protocol.Errors;

namespace PdnColorize.Protocol.Tests.Errors;

public sealed class DaemonErrorTextTests
{
    public static TheoryData<DaemonErrorCode> AllCodes => [.. Enum.GetValues<DaemonErrorCode>()];

    [Theory]
    [MemberData(nameof(AllCodes))]
    public void TemplateOf_EachCode_SaysWhatHappenedAndWhatToDo(DaemonErrorCode code)
    {
        string sentence = DaemonErrorText.TemplateOf(code);

        // At least two sentences, or one with a colon: what happened, what to do.
        Assert.True(Regex.Count(sentence, @"[.:] [A-Z'a-z]") >= 1, sentence);
        Assert.Matches("^[A-Z].*[.}]$", sentence);
        if (code != DaemonErrorCode.Unknown) Assert.NotEqual(DaemonErrorText.TemplateOf(DaemonErrorCode.Unknown), sentence);
    }

    [Fact]
    public void KeyOf_AllCodes_AreDifferent()
    {
        string[] keys = [.. Enum.GetValues<DaemonErrorCode>().Select(DaemonErrorText.KeyOf)];

        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.Contains("error.noLineArt", keys);
    }

    [Fact]
    public void Codes_AllButUnknown_LieOutsideTheRangeOfJsonRpc()
    {
        // JSON-RPC 2.0, section 5.1: -32768 to -32000 are reserved.
        Assert.All(Enum.GetValues<DaemonErrorCode>(), code => Assert.InRange((int)code, 0, 9999));
    }

    [Fact]
    public void Format_MissingAndSurplusValues_LeavesNoPlaceholder()
    {
        string text = DaemonErrorText.Format("{waiting} of {limit}.", new Dictionary<string, string> { ["waiting"] = "8", ["other"] = "1" });

        Assert.Equal("8 of ?.", text);
    }

    [Fact]
    public void Format_ValueThatLooksLikeAPlaceholder_IsNotFilledAgain()
    {
        string text = DaemonErrorText.Format("{model}", new Dictionary<string, string> { ["model"] = "{secret}", ["secret"] = "x" });

        Assert.Equal("{secret}", text);
    }

    [Fact]
    public void Format_ValueThatIsASentence_DoesNotEndInTwoFullStops()
    {
        string text = DaemonErrorText.Format("It failed: {reason}. Try again.", new Dictionary<string, string> { ["reason"] = "The disk is full." });

        Assert.Equal("It failed: The disk is full. Try again.", text);
    }
}
