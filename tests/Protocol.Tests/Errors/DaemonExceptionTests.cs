using PdnColorize.Protocol.Errors;

namespace PdnColorize.Protocol.Tests.Errors;

public sealed class DaemonExceptionTests
{
    [Fact]
    public void FromWire_AnErrorThatWasSent_IsTheSameAgain()
    {
        DaemonException sent = new(DaemonErrorCode.Busy, ("waiting", "8"));

        DaemonException received = DaemonException.FromWire((int)sent.Code, sent.Message, sent.ToData());

        Assert.Equal(DaemonErrorCode.Busy, received.Code);
        Assert.Equal(sent.Message, received.Message);
        Assert.Contains("8 more wait", received.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromWire_ACodeOfANewerDaemon_KeepsTheDaemonsSentence()
    {
        DaemonException received = DaemonException.FromWire(1150, "The moon is in the way. Wait for the morning.", null);

        Assert.Equal(DaemonErrorCode.Unknown, received.Code);
        Assert.Equal("The moon is in the way. Wait for the morning.", received.Message);
    }

    [Fact]
    public void FromWire_KnownCodeWithoutData_HasASentence() =>
        Assert.Contains("?", DaemonException.FromWire((int)DaemonErrorCode.Busy, "x", null).Message, StringComparison.Ordinal);
}
