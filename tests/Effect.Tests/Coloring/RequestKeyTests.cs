using PdnColorize.Client.Jobs;
using PdnColorize.Effect.Coloring;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.Effect.Tests.Coloring;

public sealed class RequestKeyTests
{
    private static readonly ColorizeJob Job = new()
    {
        Width = 4,
        Height = 2,
        LineArt = Enumerable.Range(0, 32).Select(i => (byte)i).ToArray(),
        Hints = new byte[32],
        Settings = new ColorizeSettings { Result = ResultKind.Colors, Reach = HintReach.Free },
    };

    /// <summary>All that decides the result, each once.</summary>
    public static TheoryData<string> Changes => [.. Changed.Keys];

    private static Dictionary<string, ColorizeJob> Changed { get; } = new()
    {
        ["one pixel of the lines"] = Job with { LineArt = Enumerable.Range(0, 32).Select(i => (byte)(i == 31 ? 0 : i)).ToArray() },
        ["one pixel of the hints"] = Job with { Hints = Enumerable.Range(0, 32).Select(i => (byte)(i == 3 ? 255 : 0)).ToArray() },
        ["no hints"] = Job with { Hints = ReadOnlyMemory<byte>.Empty },
        ["shape"] = Job with { Width = 2, Height = 4 },
        ["result"] = Job with { Settings = Job.Settings with { Result = ResultKind.Flats } },
        ["reach"] = Job with { Settings = Job.Settings with { Reach = HintReach.Regions } },
        ["line width"] = Job with { Settings = Job.Settings with { LineWidth = 3 } },
        ["seed"] = Job with { Settings = Job.Settings with { Seed = 1 } },
        ["model"] = Job with { Settings = Job.Settings with { Model = "mine" } },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Of_AnythingThatDecidesTheResult_ChangesTheKey(string change) => Assert.NotEqual(Key(Job), Key(Changed[change]));

    [Fact]
    public void Of_TheSamePixelsInOtherArrays_IsTheSameKey() => Assert.Equal(
        Key(Job), Key(Job with { LineArt = Job.LineArt.ToArray(), Hints = Job.Hints.ToArray(), Settings = Job.Settings with { } }));

    [Fact]
    public void Of_DocumentId_DoesNotMatter() => Assert.Equal(Key(Job), Key(Job with { DocumentId = "7f" }));

    [Fact]
    public void Of_AnotherDaemon_ChangesTheKey() => Assert.NotEqual(RequestKey.Of(Job, "a|b"), RequestKey.Of(Job, "a|c"));

    private static RequestKey Key(ColorizeJob job) => RequestKey.Of(job, "");
}
