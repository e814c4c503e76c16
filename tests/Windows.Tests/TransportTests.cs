using System.Diagnostics;

namespace PdnColorize.Windows.Tests;

/// <summary>Pipes, shared memory, locks, the client, the daemon with an engine that needs no libtorch, and the Paint.NET effect, as Windows programs.</summary>
public sealed class TransportTests(WindowsPrograms programs) : IClassFixture<WindowsPrograms>
{
    private static readonly TimeSpan RunLimit = TimeSpan.FromMinutes(10);

    [WineTheory]
    [InlineData("Protocol.Tests")]
    [InlineData("Client.Tests")]
    [InlineData("Daemon.Tests")]
    [InlineData("PaintDotNetHost.Tests")]
    public async Task TestsOnWindows_OfAnAssembly_AllPass(string assembly)
    {
        ProcessStartInfo start = new(FindWine())
        {
            ArgumentList = { programs.Runner, assembly },
            WorkingDirectory = Path.GetDirectoryName(programs.Runner)!,
            Environment =
            {
                ["WINEPREFIX"] = programs.WinePrefix,
                // Not Wine's complaints about what it does not implement, but those about what went wrong: a thread that it ended, for instance.
                ["WINEDEBUG"] = "fixme-all",
                // Wine shows the root folder as drive Z.
                ["PDNCOLORIZE_TEST_DAEMON"] = WindowsPath(programs.TestDaemon),
                ["PDNCOLORIZE_TEST_ENGINE_DAEMON"] = WindowsPath(programs.DaemonWithTestEngine),
                ["PDNCOLORIZE_TEST_PLUGIN"] = WindowsPath(programs.Plugin),
                ["PDNCOLORIZE_TESTS_WITHOUT_NETWORKS"] = "1",
                // The frames are the same as on Linux; here it is the pipe that counts, and Wine takes its time.
                ["PDNCOLORIZE_FUZZ_FRAMES"] = "2000",
                // Wine 8 and .NET's write-protected code do not get along: .NET ends with an internal error when it collects dynamic methods.
                ["DOTNET_EnableWriteXorExecute"] = "0",
            },
        };
        // .NET on Linux has these for itself.
        foreach (string name in (string[])["DOTNET_ROOT", "DOTNET_HOST_PATH", "TMPDIR"]) start.Environment.Remove(name);

        (int exitCode, string output) = await Programs.RunAsync(start, RunLimit);

        IEnumerable<string> notPassed = output.Split('\n').Where(line => !line.StartsWith("PASS", StringComparison.Ordinal) && !line.StartsWith("SKIP", StringComparison.Ordinal));
        Assert.True(exitCode == 0, string.Join('\n', notPassed));
    }

    private static string WindowsPath(string path) => "Z:" + path.Replace('/', '\\');

    private static string FindWine()
    {
        string[] candidates =
        [
            .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').SelectMany(folder => (string[])[Path.Combine(folder, "wine64"), Path.Combine(folder, "wine")]),
            // Debian's package wine64 alone puts nothing on the PATH.
            "/usr/lib/wine/wine64",
        ];
        string? found = candidates.FirstOrDefault(File.Exists);
        Assert.True(found is not null, "Wine is missing: run installer/install-prerequisites.sh.");
        return found;
    }
}
