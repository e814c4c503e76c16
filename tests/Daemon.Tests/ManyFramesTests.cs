using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using PdnColorize.DaemonTests.Support;
using PdnColorize.DaemonWithTestEngine;
using PdnColorize.Host.Jobs;
using PdnColorize.Host.Serving;
using PdnColorize.Host.Settings;
using PdnColorize.Tests.Platforms;
using Xunit.Abstractions;

namespace PdnColorize.DaemonTests;

/// <summary>
/// Two hundred thousand damaged frames (a tenth under Wine) through all that a pipe's bytes go through, without the pipe: no exception, no hang, no growth. Alone, since it measures the memory of its process.
/// </summary>
[CollectionDefinition(nameof(ManyFramesTests), DisableParallelization = true)]
[Collection(nameof(ManyFramesTests))]
public sealed class ManyFramesTests(ITestOutputHelper output)
{
    private const int WarmUpCount = 5000;

    /// <summary>Under Wine all of them passed as well, in two minutes.</summary>
    private static readonly int Count = Wine.IsHere ? 20_000 : 200_000;

    /// <summary>Connections live at most this long: the next one begins anew.</summary>
    private const int MostFramesEach = 100;

    /// <summary>A greeting takes several times as long as a damaged frame.</summary>
    private const int GreetedEvery = 8;

    private const long MostGrowth = 50L << 20;

    /// <summary>A connection takes under a millisecond; one that hangs would stay for ever.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Sessions_DamagedFrames_EndAndLeaveNothing()
    {
        using TestEngine engine = new();
        using PixelArrays arrays = new(TimeProvider.System);
        JobQueue queue = new(DaemonOptionsOfTest.WaitingJobs);
        using JobRunner runner = new(queue, engine, NullLogger<JobRunner>.Instance);
        runner.Start();
        ConnectionSet connections = new(DaemonOptionsOfTest.Connections);
        DaemonServices services = new(
            DaemonOptionsOfTest, engine, queue, arrays, new DaemonStatistics(TimeProvider.System), connections, TimeProvider.System, NullLogger<DaemonServices>.Instance);
        await SendAllAsync(services, WarmUpCount, seed: 1000);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long began = Stopwatch.GetTimestamp();

        (int sent, int sessions, int answers) = await SendAllAsync(services, Count, seed: 1);

        long after = GC.GetTotalMemory(forceFullCollection: true);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{sent} frames over {sessions} connections in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s, {answers} answers; memory {before >> 20} MiB, then {after >> 20} MiB"));
        Assert.True(sent >= Count);
        // All greetings are answered, and there are frames that do no harm.
        Assert.True(answers >= sessions / GreetedEvery && sent > sessions);
        Assert.InRange(after - before, long.MinValue, MostGrowth);
        Assert.Equal((0, 0), (queue.Running, queue.Waiting));
        Assert.False(runner.Ended.IsCompleted);
    }

    private static DaemonOptions DaemonOptionsOfTest { get; } = new();

    private static async Task<(int Sent, int Sessions, int Answers)> SendAllAsync(DaemonServices services, int count, int seed)
    {
        int senders = Environment.ProcessorCount;
        (int Sent, int Sessions, int Answers)[] parts = await Task.WhenAll(
            Enumerable.Range(0, senders).Select(i => Task.Run(() => SendAsync(services, (count / senders) + 1, seed + i))));
        return (parts.Sum(part => part.Sent), parts.Sum(part => part.Sessions), parts.Sum(part => part.Answers));
    }

    private static async Task<(int Sent, int Sessions, int Answers)> SendAsync(DaemonServices services, int count, int seed)
    {
        using IEnumerator<byte[]> frames = Endless(new FrameMutations(seed)).GetEnumerator();
        (int sent, int sessions, int answers) = (0, 0, 0);
        while (sent < count)
        {
            await using ScriptedStream stream = new(frames, MostFramesEach, sayHello: sessions % GreetedEvery == 0);
            await new ClientSession(services, sessions++).RunAsync(stream, CancellationToken.None).WaitAsync(Patience);
            sent += stream.Sent;
            answers += stream.Answers;
        }

        return (sent, sessions, answers);
    }

    private static IEnumerable<byte[]> Endless(FrameMutations mutations)
    {
        while (true) yield return mutations.Next();
    }
}
