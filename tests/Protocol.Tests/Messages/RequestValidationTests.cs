using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.Protocol.Tests.Messages;

public sealed class RequestValidationTests
{
    [Fact]
    public void Check_GoodRequest_Passes() => RequestValidation.Check(Requests.Colorize() with { Hints = Requests.Buffer('c') });

    [Theory]
    [InlineData("../other")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData(@"a\b")]
    [InlineData("/etc/passwd")]
    [InlineData(@"C:model")]
    [InlineData(@"\\server\share")]
    [InlineData("")]
    [InlineData("a\0b")]
    [InlineData("caf\u00e9")]
    [InlineData("%2e%2e")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Check_ModelNameThatCouldBeAPath_IsRefused(string model) =>
        AssertRefused(Requests.Colorize() with { Settings = new ColorizeSettings { Model = model } });

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1025)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Check_LineWidthOutOfRange_IsRefused(double width) =>
        AssertRefused(Requests.Colorize() with { Settings = new ColorizeSettings { LineWidth = width } });

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void Check_SeedBelowZero_IsRefused(int seed) =>
        AssertRefused(Requests.Colorize() with { Settings = new ColorizeSettings { Seed = seed } });

    [Fact]
    public void Check_LargestSeed_Passes() => RequestValidation.Check(Requests.Colorize() with { Settings = new ColorizeSettings { Seed = int.MaxValue } });

    [Fact]
    public void Check_KindsOfANewerCaller_AreRefused()
    {
        AssertRefused(Requests.Colorize() with { Settings = new ColorizeSettings { Result = ResultKind.Unknown } });
        AssertRefused(Requests.Colorize() with { Settings = new ColorizeSettings { Reach = HintReach.Unknown } });
        AssertRefused(Requests.Colorize() with { LineArt = Requests.Buffer('a') with { Format = PixelFormat.Unknown } });
    }

    [Fact]
    public void Check_HintsOrResultOfAnotherSize_AreRefused()
    {
        AssertRefused(Requests.Colorize() with { Hints = Requests.Buffer('c') with { Width = 2 } });
        AssertRefused(Requests.Colorize() with { Result = Requests.Buffer('b') with { Height = 3 } });
    }

    [Fact]
    public void Check_ResultInTheDrawingsOwnMemory_IsRefused() => AssertRefused(Requests.Colorize() with { Result = Requests.Buffer('a') });

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    public void Check_NamesThatWouldSpoilTheLog_AreRefused(string name)
    {
        AssertRefused(Requests.Colorize() with { RequestId = name });
        AssertRefused(Requests.Colorize() with { DocumentId = name });
        HelloRequest hello = new() { Protocol = ProtocolVersion.Current, ClientName = name, ClientBuild = "1" };
        Assert.Equal(DaemonErrorCode.InvalidRequest, Assert.Throws<DaemonException>(() => RequestValidation.Check(hello)).Code);
    }

    private static void AssertRefused(ColorizeRequest request) =>
        Assert.Equal(DaemonErrorCode.InvalidRequest, Assert.Throws<DaemonException>(() => RequestValidation.Check(request)).Code);
}
