using System.Diagnostics;
using PdnColorize.Client;
using PdnColorize.DaemonTests.Support;
using PdnColorize.Tests.Platforms;

namespace PdnColorize.DaemonTests;

/// <summary>Pixels of callers that were killed: files on Linux, which no system removes.</summary>
public sealed class AbandonedPixelsTests
{
    [UnixFact]
    public async Task Kill_CallerInTheMiddleOfAJob_TheDaemonRemovesItsPixels()
    {
        // A daemon that looks after them ten times within its idle limit.
        await using DaemonInstallation installation = DaemonInstallation.Create(idleMinutes: 0.1);
        using DaemonClient client = installation.CreateClient();
        await client.ConnectAsync();
        using Process caller = installation.Start("call", "sleep-60000");
        while ((await client.GetStatusAsync()).RunningJobs == 0) await Task.Delay(5);
        string[] files = [.. OpenPixels(caller.Id)];
        Assert.Equal(2, files.Length);

        caller.Kill();
        await caller.WaitForExitAsync();

        // As if it had been a while ago; a young file may be one that is being created.
        foreach (string file in files) File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddHours(-1));
        long began = Stopwatch.GetTimestamp();
        while (files.Any(File.Exists))
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < RunningDaemon.Patience, "The pixels are still there.");
            await Task.Delay(20);
        }
    }

    private static IEnumerable<string> OpenPixels(int process) =>
        Directory.GetFiles($"/proc/{process}/fd")
            .Select(link => File.ResolveLinkTarget(link, returnFinalTarget: false)?.FullName ?? "")
            .Where(path => path.EndsWith(".pixels", StringComparison.Ordinal));
}
