using System.Runtime.Versioning;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Runtime;
using PdnColorize.Tests.Platforms;

namespace PdnColorize.Protocol.Tests.Runtime;

[UnsupportedOSPlatform("windows")]
public sealed class RuntimeFolderTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string? _session = Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR");
    private readonly string? _temporary = Environment.GetEnvironmentVariable("TMPDIR");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rt");

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("XDG_RUNTIME_DIR", _session);
        Environment.SetEnvironmentVariable("TMPDIR", _temporary);
        _folder.Delete(recursive: true);
    }

    [UnixFact]
    public void Open_WithASessionsFolder_IsInItAndTheOwnersAlone()
    {
        Environment.SetEnvironmentVariable("XDG_RUNTIME_DIR", _folder.FullName);

        string folder = RuntimeFolder.Open();

        Assert.Equal(Path.Combine(_folder.FullName, "pdncolorize"), folder);
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(folder));
    }

    [UnixFact]
    public void Open_SessionsFolderOpenToOthers_LooksElsewhere()
    {
        File.SetUnixFileMode(_folder.FullName, OwnerOnly | UnixFileMode.OtherExecute | UnixFileMode.OtherWrite);
        Environment.SetEnvironmentVariable("XDG_RUNTIME_DIR", _folder.FullName);

        Assert.DoesNotContain(_folder.FullName, RuntimeFolder.Open(), StringComparison.Ordinal);
    }

    [UnixFact]
    public void Open_FolderThatOthersMayEnter_IsRefused()
    {
        string folder = InTemporaryFolder();
        Directory.CreateDirectory(folder, OwnerOnly);
        File.SetUnixFileMode(folder, OwnerOnly | UnixFileMode.GroupWrite);

        AssertUnsafe();
    }

    [UnixFact]
    public void Open_ALinkInPlaceOfTheFolder_IsRefused()
    {
        string elsewhere = _folder.CreateSubdirectory("elsewhere").FullName;
        File.SetUnixFileMode(elsewhere, OwnerOnly);
        File.CreateSymbolicLink(InTemporaryFolder(), elsewhere);

        AssertUnsafe();
    }

    [UnixFact]
    public void Open_AFileInPlaceOfTheFolder_IsRefused()
    {
        File.WriteAllText(InTemporaryFolder(), "");

        AssertUnsafe();
    }

    [RootFact]
    public void Open_FolderOfAnotherUser_IsRefused()
    {
        string folder = InTemporaryFolder();
        Directory.CreateDirectory(folder, OwnerOnly);
        Programs.Run("chown", "65534", folder);

        AssertUnsafe();
    }

    [UnixFact]
    public void Open_TemporaryFolderWithALongPath_LeavesRoomForASocketsPath()
    {
        Environment.SetEnvironmentVariable("XDG_RUNTIME_DIR", null);
        Environment.SetEnvironmentVariable("TMPDIR", _folder.CreateSubdirectory(new string('x', 100)).FullName);

        Assert.StartsWith("/tmp/", RuntimeFolder.Open(), StringComparison.Ordinal);
    }

    private string InTemporaryFolder()
    {
        Environment.SetEnvironmentVariable("XDG_RUNTIME_DIR", null);
        Environment.SetEnvironmentVariable("TMPDIR", _folder.FullName);
        return Path.Combine(_folder.FullName, $"pdncolorize-{UnixUser.Id}");
    }

    private static void AssertUnsafe() => Assert.Equal(DaemonErrorCode.UnsafeFolder, Assert.Throws<DaemonException>(() => RuntimeFolder.Open()).Code);
}
