using PdnColorize.Tests.Shared;

namespace StreamJsonRpc.Tests.StandIn;

public sealed class SurfaceTests
{
    private static readonly string ListPath = Path.Combine(AppContext.BaseDirectory, "api", "StreamJsonRpc-2.26.150.txt");

    [Fact]
    public void Assembly_PublicSurface_IsSubsetOfPackage() =>
        Assert.Equal("", string.Join('\n', ApiSurface.MissingFrom(ListPath, typeof(JsonRpc).Assembly)));

    [Fact]
    public void Assembly_Name_IsThatOfPackage() => Assert.Equal("StreamJsonRpc", typeof(JsonRpc).Assembly.GetName().Name);
}
