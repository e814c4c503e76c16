using System.Diagnostics;

namespace PdnColorize.Windows.Tests;

/// <summary>Pipes, shared memory, locks, the client, the daemon with an engine that does what tests want, and the Paint.NET effect, as Windows programs.</summary>
[Collection(nameof(WindowsPrograms))]
public sealed class TransportTests(WindowsPrograms programs)
{
    private static readonly TimeSpan RunLimit = TimeSpan.FromMinutes(10);

    [WineTheory]
    [InlineData("Protocol.Tests")]
    [InlineData("Client.Tests")]
    [InlineData("Daemon.Tests")]
    [InlineData("PaintDotNetHost.Tests")]
    public async Task TestsOnWindows_OfAnAssembly_AllPass(string assembly)
    {
        ProcessStartInfo start = Wine.Program(programs.WinePrefix, programs.Runner, assembly);
        start.Environment["PDNCOLORIZE_TEST_DAEMON"] = Wine.PathOf(programs.TestDaemon);
        start.Environment["PDNCOLORIZE_TEST_ENGINE_DAEMON"] = Wine.PathOf(programs.DaemonWithTestEngine);
        start.Environment["PDNCOLORIZE_TEST_PLUGIN"] = Wine.PathOf(programs.Plugin);
        start.Environment["PDNCOLORIZE_TESTS_WITHOUT_NETWORKS"] = "1";
        // The frames are the same as on Linux; here it is the pipe that counts, and Wine takes its time.
        start.Environment["PDNCOLORIZE_FUZZ_FRAMES"] = "2000";

        (int exitCode, string output) = await Programs.RunAsync(start, RunLimit);

        IEnumerable<string> notPassed = output.Split('\n').Where(line => !line.StartsWith("PASS", StringComparison.Ordinal) && !line.StartsWith("SKIP", StringComparison.Ordinal));
        Assert.True(exitCode == 0, string.Join('\n', notPassed));
    }
}
