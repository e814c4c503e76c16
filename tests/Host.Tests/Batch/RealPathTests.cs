using PdnColorize.Protocol.Runtime;

namespace PdnColorize.Host.Tests.Batch;

/// <summary>One file under several names. Links are made on Linux alone: Windows lets only administrators make them.</summary>
public sealed class RealPathTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("a.png")]
    [InlineData("./a.png")]
    [InlineData("sub/../a.png")]
    [InlineData("sub/..//./a.png")]
    public void Of_PathWithDots_IsThePlainPath(string path) => Assert.Equal(RealPath.Of(_folder["a.png"]), RealPath.Of(_folder[path]));

    [Fact]
    public void Of_OtherFile_IsAnotherPath() => Assert.NotEqual(RealPath.Of(_folder.File("a.png")), RealPath.Of(_folder.File("A/a.png")));

    [SkippableOnWindowsFact]
    public void Of_LinksInFolderAndFile_LeadsToTheFile()
    {
        _folder.File("deep/er/a.png");
        Directory.CreateSymbolicLink(_folder["short"], _folder["deep"]);
        File.CreateSymbolicLink(_folder["relative.png"], "short/er/a.png");
        Directory.CreateSymbolicLink(_folder["deep/back"], "../short/er");

        string expected = RealPath.Of(_folder["deep/er/a.png"]);
        Assert.Equal(expected, RealPath.Of(_folder["short/er/a.png"]));
        Assert.Equal(expected, RealPath.Of(_folder["relative.png"]));
        Assert.Equal(expected, RealPath.Of(_folder["short/back/a.png"]));
    }

    [SkippableOnWindowsFact]
    public void Of_LinkToWhatIsNotThereYet_LeadsThere()
    {
        File.CreateSymbolicLink(_folder["link.png"], _folder["later.png"]);

        Assert.Equal(RealPath.Of(_folder["later.png"]), RealPath.Of(_folder["link.png"]));
    }

    [SkippableOnWindowsFact]
    public void Of_LinksInACircle_Ends()
    {
        File.CreateSymbolicLink(_folder["a"], _folder["b"]);
        File.CreateSymbolicLink(_folder["b"], _folder["a"]);
        Directory.CreateSymbolicLink(_folder["c"], _folder["c/d"]);

        Assert.StartsWith(RealPath.Of(_folder["."]), RealPath.Of(_folder["a"]), StringComparison.Ordinal);
        Assert.StartsWith(RealPath.Of(_folder["."]), RealPath.Of(_folder["c/x"]), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class SkippableOnWindowsFactAttribute : FactAttribute
    {
        public SkippableOnWindowsFactAttribute()
        {
            if (OperatingSystem.IsWindows()) Skip = "Links need an administrator there.";
        }
    }
}
