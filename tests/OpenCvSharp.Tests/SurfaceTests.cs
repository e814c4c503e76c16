using PdnColorize.Tests.Shared;

namespace OpenCvSharp.Tests;

public sealed class SurfaceTests
{
    private static readonly string ListPath = Path.Combine(AppContext.BaseDirectory, "api", "OpenCvSharp-4.13.0.txt");

    [Fact]
    public void Assembly_PublicSurface_IsSubsetOfPackage() =>
        Assert.Empty(ApiSurface.MissingFrom(ListPath, typeof(Mat).Assembly));

    [Fact]
    public void Assembly_Name_IsThatOfPackage() => Assert.Equal("OpenCvSharp", typeof(Mat).Assembly.GetName().Name);
}
