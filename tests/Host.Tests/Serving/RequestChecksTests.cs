using PdnColorize.Host.Serving;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.Host.Tests.Serving;

public sealed class RequestChecksTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(int.MaxValue)]
    public void ReadOptions_Seed_IsPassedOn(int seed) => Assert.Equal(seed, RequestChecks.ReadOptions(new ColorizeSettings { Seed = seed }).Seed);

    [Fact]
    public void ReadOptions_SeedBelowZero_IsRefusedWithTheReason()
    {
        DaemonException error = Assert.Throws<DaemonException>(() => RequestChecks.ReadOptions(new ColorizeSettings { Seed = -1 }));

        Assert.Equal(DaemonErrorCode.InvalidRequest, error.Code);
        Assert.Contains("a seed below 0", error.Message, StringComparison.Ordinal);
    }
}
