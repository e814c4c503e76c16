using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Text;
using PdnColorize.DaemonTests.Support;
using PdnColorize.Protocol.Messages;
using Xunit.Abstractions;

namespace PdnColorize.DaemonTests;

/// <summary>
/// Damaged frames against a daemon in a process of its own, over the real pipe: it neither ends, nor hangs, nor grows, and others do not notice. PDNCOLORIZE_FUZZ_FRAMES=N sets their number.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const string CountVariable = "PDNCOLORIZE_FUZZ_FRAMES";
    private const int DefaultCount = 10_000;
    private const int Senders = 4;

    /// <summary>Code is compiled and buffers reach their size.</summary>
    private const int WarmUpFrames = 2000;

    private const long MostGrowth = 50L << 20;

    /// <summary>A frame that tells of more bytes than came leaves the daemon waiting, which is right; nothing is learned by waiting with it.</summary>
    private static readonly TimeSpan AnswerTime = TimeSpan.FromMilliseconds(20);

    private static int Count =>
        int.TryParse(Environment.GetEnvironmentVariable(CountVariable), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : DefaultCount;

    [Fact]
    public async Task Daemon_DamagedFrames_GoesOnAsIfNothingHadBeen()
    {
        await using DaemonInstallation installation = DaemonInstallation.Create();
        using (Client.DaemonClient starter = installation.CreateClient()) await starter.ConnectAsync();
        using Caller other = await installation.CallAsync();
        int process = (await other.StatusAsync()).ProcessId;
        await SendAllAsync(installation, WarmUpFrames, seed: 1000);
        long before = (await other.StatusAsync()).MemoryBytes;
        long began = Stopwatch.GetTimestamp();

        Task<Outcomes> sending = SendAllAsync(installation, Count, seed: 1);
        List<double> latencies = await CallUntilAsync(other, sending);
        Outcomes outcomes = await sending;

        StatusResponse after = await other.StatusAsync();
        latencies.Sort();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Count} frames in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s: {outcomes}; memory {before >> 20} MiB, then {after.MemoryBytes >> 20} MiB; another caller's status: median {latencies[latencies.Count / 2]:0.0} ms, longest {latencies[^1]:0} ms"));
        Assert.Equal(process, after.ProcessId);
        Assert.InRange(after.MemoryBytes - before, long.MinValue, MostGrowth);
        // All kinds of ends were reached: otherwise the frames would test little.
        Assert.True(outcomes is { Answered: > 0, CutOff: > 0, Waiting: > 0 });
        long until = Environment.TickCount64 + (long)RunningDaemon.Patience.TotalMilliseconds;
        while ((await other.StatusAsync()).Connections > 1) Assert.True(Environment.TickCount64 < until, "Connections are left open.");
        using SharedPictures pictures = new();
        await other.ColorizeAsync(pictures.Request);
        Assert.True(pictures.IsInverted);
        string? error = Array.Find(installation.Log.Split('\n'), line => line.Contains("\"level\":\"Error\"", StringComparison.Ordinal));
        Assert.True(error is null, error);
    }

    /// <summary>Another caller's calls meanwhile, in milliseconds each; the caller itself fails the test when one takes too long.</summary>
    private static async Task<List<double>> CallUntilAsync(Caller caller, Task end)
    {
        List<double> latencies = [];
        do
        {
            long began = Stopwatch.GetTimestamp();
            await caller.StatusAsync();
            latencies.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            await Task.Delay(5);
        }
        while (!end.IsCompleted);
        return latencies;
    }

    private static async Task<Outcomes> SendAllAsync(DaemonInstallation installation, int count, int seed)
    {
        Outcomes[] parts = await Task.WhenAll(Enumerable.Range(0, Senders).Select(i => Task.Run(() => SendAsync(installation, count / Senders, seed + i))));
        return parts.Aggregate((a, b) => new Outcomes(a.Answered + b.Answered, a.CutOff + b.CutOff, a.Waiting + b.Waiting));
    }

    private static async Task<Outcomes> SendAsync(DaemonInstallation installation, int count, int seed)
    {
        FrameMutations mutations = new(seed);
        Random random = new(seed);
        Outcomes outcomes = default;
        NamedPipeClientStream? pipe = null;
        for (int i = 0; i < count; i++)
        {
            pipe ??= await ConnectAsync(installation, sayHello: random.Next(2) == 0);
            bool? answered = await TryAsync(pipe, mutations.Next(), probe: 1_000_000 + i);
            outcomes = answered switch
            {
                true => outcomes with { Answered = outcomes.Answered + 1 },
                false => outcomes with { CutOff = outcomes.CutOff + 1 },
                null => outcomes with { Waiting = outcomes.Waiting + 1 },
            };
            if (answered == true) continue;
            await pipe.DisposeAsync();
            pipe = null;
        }

        if (pipe is not null) await pipe.DisposeAsync();
        return outcomes;
    }

    private static async Task<NamedPipeClientStream> ConnectAsync(DaemonInstallation installation, bool sayHello)
    {
        NamedPipeClientStream pipe = installation.Address.CreateClient();
        await pipe.ConnectAsync((int)RunningDaemon.Patience.TotalMilliseconds);
        if (sayHello) await pipe.WriteAsync(Frames.Of(Frames.Hello));
        return pipe;
    }

    /// <summary>Sends a frame and a good one after it.</summary>
    /// <returns>Whether the good one was answered or the connection cut off; null for neither.</returns>
    private static async Task<bool?> TryAsync(NamedPipeClientStream pipe, byte[] frame, int probe)
    {
        string answer = string.Create(CultureInfo.InvariantCulture, $"\"id\":{probe},");
        byte[] buffer = new byte[16 * 1024];
        string received = "";
        using CancellationTokenSource limit = new(AnswerTime);
        try
        {
            await pipe.WriteAsync((byte[])[.. frame, .. Frames.Of(Frames.Status(probe))]);
            while (!received.Contains(answer, StringComparison.Ordinal))
            {
                int read = await pipe.ReadAsync(buffer, limit.Token);
                if (read == 0) return false;
                received += Encoding.UTF8.GetString(buffer, 0, read);
            }

            return true;
        }
        catch (IOException)
        {
            return false;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>What became of the frames.</summary>
    private readonly record struct Outcomes(int Answered, int CutOff, int Waiting)
    {
        public override string ToString() => $"{Answered} harmless, {CutOff} cut off, {Waiting} incomplete";
    }
}
