using PdnColorize.Tests.Shared;

namespace TorchSharp.Tests;

public class SurfaceTests
{
    [Fact]
    public void Binding_ComparedWithPackage_HasNothingThatThePackageLacks()
    {
        var list = Path.Combine(AppContext.BaseDirectory, "api", "TorchSharp-0.107.0.txt");

        var missing = ApiSurface.MissingFrom(list, typeof(torch).Assembly);

        Assert.True(missing.Count == 0, "Not in the package:\n" + string.Join('\n', missing));
    }
}
