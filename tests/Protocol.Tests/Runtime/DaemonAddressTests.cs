using System.IO.Pipes;
using System.Text;
using PdnColorize.Protocol.Runtime;
using PdnColorize.Tests.Platforms;

namespace PdnColorize.Protocol.Tests.Runtime;

public sealed class DaemonAddressTests
{
    private static readonly string Folder = AppContext.BaseDirectory;

    [Fact]
    public void OfInstallation_TheSameFolderWrittenDifferently_IsTheSameAddress()
    {
        string plain = DaemonAddress.OfInstallation(Folder, "x").Key;

        Assert.Equal(plain, DaemonAddress.OfInstallation(Path.TrimEndingDirectorySeparator(Folder), "x").Key);
        Assert.Equal(plain, DaemonAddress.OfInstallation(Path.Combine(Folder, "a", ".."), "x").Key);
        if (OperatingSystem.IsWindows()) Assert.Equal(plain, DaemonAddress.OfInstallation(Folder.ToUpperInvariant(), "x").Key);
    }

    [Fact]
    public void OfInstallation_AnythingElseDifferent_IsAnotherAddress()
    {
        string[] keys =
        [
            DaemonAddress.OfInstallation(Folder, "x").Key,
            DaemonAddress.OfInstallation(Folder, "y").Key,
            DaemonAddress.OfInstallation(Path.Combine(Folder, "other"), "x").Key,
            DaemonAddress.OfInstallation(Folder, "x", major: 99).Key,
        ];

        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Fact]
    public void PipeName_AsAUnixSocket_FitsItsLimit()
    {
        // sun_path of Linux: 108 bytes with the final zero.
        Assert.InRange(Encoding.UTF8.GetByteCount(DaemonAddress.OfInstallation(Folder, "x").PipeName), 10, 107);
    }

    [UnixFact]
    public void OfInstallation_ThroughALink_IsTheSameAddress()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("address");
        try
        {
            string link = Path.Combine(folder.FullName, "link");
            Directory.CreateSymbolicLink(link, Folder);

            Assert.Equal(DaemonAddress.OfInstallation(Folder, "x").Key, DaemonAddress.OfInstallation(link, "x").Key);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task CreateServerAndClient_OfTheSameUser_Connect()
    {
        DaemonAddress address = DaemonAddress.OfInstallation(Folder, Guid.NewGuid().ToString());
        Assert.False(address.PipeExists());
        await using NamedPipeServerStream server = address.CreateServer(isFirst: true);
        await using NamedPipeServerStream second = address.CreateServer(isFirst: false);
        Assert.True(address.PipeExists());
        await using NamedPipeClientStream client = address.CreateClient();
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(20));

        Task accepted = server.WaitForConnectionAsync(limit.Token);
        await client.ConnectAsync(limit.Token);
        await accepted;
        await client.WriteAsync(new byte[] { 42 }, limit.Token);
        byte[] received = new byte[1];
        await server.ReadExactlyAsync(received, limit.Token);

        Assert.Equal(42, received[0]);
    }
}
