namespace PdnColorize.Protocol.Tests;

public sealed class ProtocolVersionTests
{
    [Theory]
    [InlineData(2, 3, 2, 3, DaemonCompatibility.Compatible)]
    [InlineData(2, 3, 2, 0, DaemonCompatibility.Compatible)]
    [InlineData(2, 3, 2, 9, DaemonCompatibility.Compatible)]
    [InlineData(2, 0, 1, 9, DaemonCompatibility.DaemonTooOld)]
    [InlineData(2, 9, 3, 0, DaemonCompatibility.CallerTooOld)]
    public void CheckDaemon_OfAnotherVersion_OnlyTheMajorVersionCounts(
        int callerMajor, int callerMinor, int daemonMajor, int daemonMinor, DaemonCompatibility expected) =>
        Assert.Equal(expected, new ProtocolVersion(callerMajor, callerMinor).CheckDaemon(new ProtocolVersion(daemonMajor, daemonMinor)));
}
