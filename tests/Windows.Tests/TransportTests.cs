using System.Diagnostics;

namespace PdnColorize.Windows.Tests;

/// <summary>Pipes, shared memory, locks and the client, as Windows programs.</summary>
public sealed class TransportTests(WindowsPrograms programs) : IClassFixture<WindowsPrograms>
{
    private static readonly TimeSpan RunLimit = TimeSpan.FromMinutes(10);

    [WineTheory]
    [InlineData("Protocol.Tests")]
    [InlineData("Client.Tests")]
    public async Task TestsOnWindows_OfAnAssembly_AllPass(string assembly)
    {
        ProcessStartInfo start = new(FindWine())
        {
            ArgumentList = { programs.Runner, assembly },
            WorkingDirectory = Path.GetDirectoryName(programs.Runner)!,
            Environment =
            {
                ["WINEPREFIX"] = programs.WinePrefix,
                // Wine's own complaints about what it does not implement.
                ["WINEDEBUG"] = "-all",
                // Wine shows the root folder as drive Z.
                ["PDNCOLORIZE_TEST_DAEMON"] = "Z:" + programs.TestDaemon.Replace('/', '\\'),
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
