using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PdnColorize.DaemonTests.Support;
using PdnColorize.Protocol;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;
using Xunit.Abstractions;

namespace PdnColorize.DaemonTests;

/// <summary>What the daemon promises in milliseconds, over the real pipe. The times are printed. The best of several must keep the promise, and all of them twenty times the promise: for machines that are very busy.</summary>
public sealed partial class LimitTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    private const int Callers = 30;
    private const int Tries = 5;
    private const int Served = 1 + ProtocolLimits.MaxWaitingJobs;

    private readonly SharedPictures _pictures = new();
    private RunningDaemon _daemon = null!;

    public async Task InitializeAsync() => _daemon = await RunningDaemon.StartAsync();

    public async Task DisposeAsync() => await _daemon.DisposeAsync();

    public void Dispose() => _pictures.Dispose();

    [Fact]
    public async Task Colorize_ThirtyCallersAtOnce_EachIsAnsweredExactlyOnce()
    {
        using SemaphoreSlim gate = new(0);
        _daemon.Engine.OnJob = (_, token) => gate.Wait(token);
        List<RawCaller> callers = [];
        List<SharedPictures> pictures = [];
        for (int i = 0; i < Callers; i++)
        {
            callers.Add(await RawCaller.GreetAsync(await _daemon.OpenPipeAsync()));
            pictures.Add(new SharedPictures());
        }

        await Task.WhenAll(callers.Zip(pictures, (caller, picture) => caller.SendAsync(picture.ToMessage(id: 2))));
        while (callers.Count(caller => caller.Received.Contains("\"code\":1103", StringComparison.Ordinal)) < Callers - Served) await Task.Delay(5);
        using (Caller observer = await _daemon.CallAsync())
        {
            StatusResponse status = await observer.StatusAsync();
            Assert.Equal((1, ProtocolLimits.MaxWaitingJobs), (status.RunningJobs, status.WaitingJobs));
        }

        gate.Release(Served);
        foreach (RawCaller caller in callers) await caller.WaitForAsync("\"id\":2,");
        // Whatever else would come, comes before the connections end.
        await _daemon.StopAsync();
        foreach (RawCaller caller in callers) await caller.Ended.WaitAsync(RunningDaemon.Patience);

        Assert.All(callers, caller => Assert.Single(Answer().Matches(caller.Received)));
        for (int i = 0; i < Callers; i++)
        {
            bool isServed = callers[i].Received.Contains("\"id\":2,\"result\"", StringComparison.Ordinal);
            Assert.Equal((isServed, !isServed), (pictures[i].IsInverted, pictures[i].IsUntouched));
        }

        Assert.Equal(Served, pictures.Count(picture => picture.IsInverted));
        foreach (RawCaller caller in callers) await caller.DisposeAsync();
        foreach (SharedPictures picture in pictures) picture.Dispose();
    }

    [Fact]
    public async Task Colorize_NoRoom_IsBusyWithin100Milliseconds()
    {
        using SemaphoreSlim gate = new(0);
        _daemon.Engine.OnJob = (_, token) => gate.Wait(token);
        using Caller caller = await _daemon.CallAsync();
        List<Task<ColorizeResponse>> served = [.. Enumerable.Range(0, Served).Select(_ => caller.ColorizeAsync(_pictures.Request))];
        while ((await caller.StatusAsync()).WaitingJobs < ProtocolLimits.MaxWaitingJobs) await Task.Delay(1);

        List<TimeSpan> times = [];
        for (int i = 0; i < 20; i++)
        {
            long began = Stopwatch.GetTimestamp();
            Assert.Equal(DaemonErrorCode.Busy, await Caller.RefusalAsync(caller.ColorizeAsync(_pictures.Request)));
            times.Add(Stopwatch.GetElapsedTime(began));
        }

        gate.Release(Served);
        await Task.WhenAll(served);
        AssertWithin("Busy", times, 100);
    }

    [Fact]
    public async Task Colorize_CancelledInsideAStage_EndsWithin250Milliseconds()
    {
        using Caller caller = await _daemon.CallAsync();
        List<TimeSpan> times = [];
        for (int i = 0; i < Tries; i++)
        {
            using CancellationTokenSource cancellation = new();
            TaskCompletionSource running = new();
            _daemon.Engine.OnJob = (_, _) => running.TrySetResult();
            Task<ColorizeResponse> job = caller.ColorizeAsync(_pictures.With("sleep-60000"), cancellationToken: cancellation.Token);
            await running.Task.WaitAsync(RunningDaemon.Patience);

            long began = Stopwatch.GetTimestamp();
            await cancellation.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job);
            times.Add(Stopwatch.GetElapsedTime(began));
            while ((await caller.StatusAsync()).RunningJobs > 0) Assert.True(Stopwatch.GetElapsedTime(began) < RunningDaemon.Patience);
        }

        Assert.Equal(Tries, _daemon.Engine.CancelledJobs);
        AssertWithin("cancelled", times, 250);
    }

    [Fact]
    public async Task Colorize_CallerGone_IsCancelledWithinASecond()
    {
        List<TimeSpan> times = [];
        for (int i = 0; i < Tries; i++)
        {
            TaskCompletionSource running = new();
            _daemon.Engine.OnJob = (_, _) => running.TrySetResult();
            Caller caller = await _daemon.CallAsync();
            _ = caller.ColorizeAsync(_pictures.With("sleep-60000"));
            await running.Task.WaitAsync(RunningDaemon.Patience);

            long began = Stopwatch.GetTimestamp();
            caller.Dispose();
            while (_daemon.Engine.CancelledJobs == i && Stopwatch.GetElapsedTime(began) < RunningDaemon.Patience) await Task.Delay(1);
            times.Add(Stopwatch.GetElapsedTime(began));
            Assert.Equal(i + 1, _daemon.Engine.CancelledJobs);
        }

        AssertWithin("caller gone, job cancelled", times, 1000);
    }

    [Fact]
    public async Task Colorize_Progress_BeginsWithin200MillisecondsAndComesTwentyTimesASecond()
    {
        using Caller caller = await _daemon.CallAsync();
        List<TimeSpan> times = [];
        for (int i = 0; i < Tries; i++) times.Add((await RecordAsync("invert")).First);

        long began = Stopwatch.GetTimestamp();
        (TimeSpan last, int count) = await RecordAsync("chatter-1500");

        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} progress messages in {seconds:0.00} s"));
        AssertWithin("first progress", [.. times, last], ProtocolLimits.FirstProgress.TotalMilliseconds);
        // The first is sent at once, and so is the last.
        Assert.InRange(count, 5, (ProtocolLimits.MaxProgressPerSecond * seconds) + 2);

        async Task<(TimeSpan First, int Count)> RecordAsync(string model)
        {
            TimeSpan? first = null;
            int messages = 0;
            long start = Stopwatch.GetTimestamp();
            await caller.ColorizeAsync(_pictures.With(model), new DirectProgress(_ =>
            {
                first ??= Stopwatch.GetElapsedTime(start);
                Interlocked.Increment(ref messages);
            }));
            return (first!.Value, messages);
        }
    }

    [Fact]
    public async Task Callers_OneReadsNothingAndOneWritesSlowly_OthersAreServed()
    {
        await using NamedPipeClientStream deaf = await _daemon.OpenPipeAsync();
        using CancellationTokenSource stop = new();
        await deaf.WriteAsync(Frames.Of(Frames.Hello));
        StrongBox<int> sent = new();
        Task flooding = FloodAsync(deaf, sent, stop.Token);
        // Until the pipe is full in both directions.
        for (int before = -1; before != Volatile.Read(ref sent.Value); await Task.Delay(300)) before = Volatile.Read(ref sent.Value);
        Task trickling = TrickleAsync(await _daemon.OpenPipeAsync(), stop.Token);
        using Caller other = await _daemon.CallAsync();
        List<TimeSpan> times = [];
        for (int i = 0; i < 50; i++)
        {
            long began = Stopwatch.GetTimestamp();
            await other.ColorizeAsync(_pictures.Request);
            times.Add(Stopwatch.GetElapsedTime(began));
        }

        await stop.CancelAsync();
        await Task.WhenAll(flooding, trickling);
        AssertWithin("a job beside a caller that does not read and one that writes a byte now and then", times, 250);
    }

    private static async Task FloodAsync(Stream pipe, StrongBox<int> sent, CancellationToken stop)
    {
        byte[] status = Frames.Of(Frames.Status(7));
        try
        {
            while (true)
            {
                await pipe.WriteAsync(status, stop);
                Interlocked.Increment(ref sent.Value);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The test is over, or the daemon has had enough.
        }
    }

    private static async Task TrickleAsync(Stream pipe, CancellationToken stop)
    {
        await using (pipe)
        {
            try
            {
                foreach (byte part in Frames.Of(Frames.Hello))
                {
                    await pipe.WriteAsync(new[] { part }, stop);
                    await Task.Delay(20, stop);
                }
            }
            catch (Exception e) when (e is OperationCanceledException or IOException)
            {
                // As above.
            }
        }
    }

    private void AssertWithin(string what, List<TimeSpan> times, double promised)
    {
        double best = times.Min().TotalMilliseconds;
        double worst = times.Max().TotalMilliseconds;
        string found = string.Create(CultureInfo.InvariantCulture, $"{what}: {best:0.0} to {worst:0.0} ms in {times.Count} tries (promised: {promised})");
        output.WriteLine(found);
        Assert.True(best < promised && worst < 20 * promised, found);
    }

    [GeneratedRegex("\"id\":2,\"(result|error)\"")]
    private static partial Regex Answer();
}
