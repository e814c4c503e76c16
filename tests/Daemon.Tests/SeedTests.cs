using PdnColorize.Client;
using PdnColorize.Colorization;
using PdnColorize.Colorization.Pictures;
using PdnColorize.DaemonTests.Support;
using PdnColorize.DaemonWithTestEngine;
using PdnColorize.Host.Coloring;

namespace PdnColorize.DaemonTests;

/// <summary>Which guess the command line asks for is the one that the daemon makes.</summary>
public sealed class SeedTests
{
    [Fact]
    public async Task Colorize_Seeds_ReachTheEngine()
    {
        await using RunningDaemon daemon = await RunningDaemon.StartAsync();
        List<int> seeds = [];
        daemon.Engine.OnJob = (request, _) => seeds.Add(request.Options.Seed);
        DaemonClient client = daemon.CreateClient();
        using DaemonColorizer colorizer = new(client, TestEngine.Invert);

        foreach (int seed in (int[])[0, 7, int.MaxValue])
            await Task.Run(() => colorizer.Colorize(new Picture(3, 2), null, new ColorizationOptions { Seed = seed }, null, CancellationToken.None));

        Assert.Equal([0, 7, int.MaxValue], seeds);
    }
}
