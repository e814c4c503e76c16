using PdnColorize.Host.Coloring;
using PdnColorize.Protocol;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.Host.Tests.Coloring;

public sealed class DaemonColorizerTests
{
    private static readonly HelloResponse Old = new() { Protocol = new ProtocolVersion(1, 0), Build = "0.1.0", ProcessId = 1 };

    [Fact]
    public void RequireSeed_DaemonThatWouldSkipIt_IsTooOld()
    {
        DaemonException error = Assert.Throws<DaemonException>(() => DaemonColorizer.RequireSeed(Old));

        Assert.Equal(DaemonErrorCode.DaemonTooOld, error.Code);
        Assert.Contains("it speaks protocol 1.0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RequireSeed_DaemonThatHasIt_Passes() => DaemonColorizer.RequireSeed(Old with { Capabilities = ["moods", DaemonCapabilities.Seed] });
}
