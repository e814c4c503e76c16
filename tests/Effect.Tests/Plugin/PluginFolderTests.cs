namespace PdnColorize.Effect.Tests.Plugin;

/// <summary>The published plug-in, and for each rule a folder that breaks it.</summary>
public sealed class PluginFolderTests : IDisposable
{
    private static readonly Version Right = new(5, 100, 0, 0);
    private static readonly string Published = Path.Combine(AppContext.BaseDirectory, PluginCheck.PluginName);

    private readonly PluginCheck _check = new(PaintDotNetSurface.Read(AppContext.BaseDirectory));
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plugin");

    public PluginFolderTests()
    {
        foreach (string path in Directory.EnumerateFiles(Published)) File.Copy(path, Path.Combine(_folder.FullName, Path.GetFileName(path)));
    }

    [Fact]
    public void Check_ThePublishedFolder_FindsNothing() => Assert.Empty(_check.Check(Published));

    [Fact]
    public void PublishedFolder_HasWhatThePluginNeedsAndNoMore()
    {
        string[] own = ["AutoColorize.deps.json", "AutoColorize.dll", "PdnColorize.Client.dll", "PdnColorize.Protocol.dll"];
        // StreamJsonRpc, and what it references: also the formatters that are not used here, since its own code names their types.
        string[] streamJsonRpc =
        [
            "MessagePack.Annotations.dll",
            "MessagePack.dll",
            "Microsoft.NET.StringTools.dll",
            "Microsoft.VisualStudio.Threading.dll",
            "Microsoft.VisualStudio.Validation.dll",
            "Nerdbank.MessagePack.dll",
            "Nerdbank.Streams.dll",
            "Newtonsoft.Json.dll",
            "PolyType.dll",
            "StreamJsonRpc.dll",
        ];

        IEnumerable<string> files = Directory.EnumerateFileSystemEntries(Published).Select(path => Path.GetFileName(path)!);

        Assert.Equal(own.Concat(streamJsonRpc).Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("5.100.0.1")]
    [InlineData("5.108.9270.41195")]
    [InlineData("5.0.0.0")]
    public void CheckAssembly_AnotherVersionOfPaintNet_IsFound(string version) =>
        AssertFound("not 5.100.0.0", "PaintDotNet.Core", Version.Parse(version), "PaintDotNet", "IPluginSupportInfo", "get_Author");

    [Fact]
    public void CheckAssembly_TypeThatIsNotDescribed_IsFound() => AssertFound("uses the type PaintDotNet.MainForm", "PaintDotNet.Core", Right, "PaintDotNet", "MainForm", "Show");

    [Fact]
    public void CheckAssembly_MemberThatIsNotDescribed_IsFound() =>
        AssertFound("SetLayer", "PaintDotNet.Effects.Core", Right, "PaintDotNet.Effects", "IEffectEnvironment", "SetLayer");

    [Fact]
    public void CheckAssembly_MemberWithAnotherSignature_IsFound() =>
        AssertFound("get_Document", "PaintDotNet.Effects.Core", Right, "PaintDotNet.Effects", "IEffectEnvironment", "get_Document");

    [Fact]
    public void CheckAssembly_MemberOfTheTypeItComesFrom_IsFound() =>
        AssertFound("get_BufferStride", "PaintDotNet.Windows", Right, "PaintDotNet.Imaging", "IBitmapLock`1", "get_BufferStride");

    [Theory]
    [InlineData("IBitmapLock", "get_BufferSize")]
    [InlineData("IBitmapSource", "CopyPixels")]
    public void CheckAssembly_MemberThatDiffersInTheNextVersion_IsFound(string type, string method) =>
        AssertFound("another one in Paint.NET 5.2", "PaintDotNet.Windows", Right, "PaintDotNet.Imaging", type, method);

    [Theory]
    [InlineData("System.Windows.Forms")]
    [InlineData("System.Windows.Forms.Primitives")]
    [InlineData("PresentationCore")]
    [InlineData("UIAutomationTypes")]
    [InlineData("Microsoft.Win32.SystemEvents")]
    [InlineData("Serilog")]
    public void CheckAssembly_NeitherInTheFolderNorInDotNet_IsFound(string assembly) => AssertFound("neither .NET's own", assembly, new Version(9, 0, 0, 0), "System.Windows", "Thing", "Do");

    [Theory]
    [InlineData("System.Runtime", "9.0.0.1")]
    [InlineData("System.Collections", "10.0.0.0")]
    [InlineData("System.Drawing.Common", "10.0.0.0")]
    public void CheckAssembly_NewerDotNet_IsFound(string assembly, string version) => AssertFound("newer than 9.0.0.0", assembly, Version.Parse(version), "System", "Thing", "Do");

    [Theory]
    [InlineData("PaintDotNet.Core.dll", "Paint.NET's own")]
    [InlineData("AutoColorize.pdb", "should not be shipped")]
    [InlineData("AutoColorize.xml", "should not be shipped")]
    [InlineData("AutoColorize.runtimeconfig.json", "should not be shipped")]
    [InlineData("de/AutoColorize.resources.dll", "should not be shipped")]
    public void Check_FileThatDoesNotBelongThere_IsFound(string name, string fault)
    {
        string path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Copy(Path.Combine(Published, "AutoColorize.dll"), path);

        Assert.Contains(_check.Check(_folder.FullName), found => found.Contains(fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PdnColorize.Client.dll", "and not there")]
    [InlineData("AutoColorize.deps.json", "has no .deps.json")]
    public void Check_FileThatIsMissing_IsFound(string name, string fault)
    {
        File.Delete(Path.Combine(_folder.FullName, name));

        Assert.Contains(_check.Check(_folder.FullName), found => found.Contains(fault, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void AssertFound(string fault, string assembly, Version version, string space, string type, string method)
    {
        string path = Path.Combine(_folder.FullName, "Bad.dll");
        BadPlugin.Write(path, assembly, version, space, type, method);

        Assert.Contains(_check.CheckAssembly(path), found => found.Contains(fault, StringComparison.Ordinal));
    }
}
