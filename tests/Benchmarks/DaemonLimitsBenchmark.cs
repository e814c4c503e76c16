using System.Diagnostics;
using PdnColorize.Client;
using PdnColorize.Client.Jobs;
using PdnColorize.Protocol;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;
using static PdnColorize.Benchmarks.DaemonBenchmark;

namespace PdnColorize.Benchmarks;

/// <summary>What the daemon promises in milliseconds, measured with its networks at work.</summary>
internal sealed class DaemonLimitsBenchmark(string instance)
{
    private const int Side = 1024;

    /// <summary>Fixed, so that two runs cancel at the same moments.</summary>
    private readonly Random _random = new(3);

    private int _variant = 10_000;

    public async Task RunAsync()
    {
        using DaemonClient client = Create(instance);
        await client.ConnectAsync();
        await MeasureBusyAsync(client);
        await MeasureCancellationAsync(client);
        await MeasureCallerGoneAsync(client);
        await MeasureProgressAsync(client);
        await MeasureRecoveryAsync(client);
        await client.ShutdownAsync();
    }

    private static void PrintLongest(string what, List<double> times, double promised)
    {
        Print($"{what}, median of {times.Count}", Quantile(times, 0.5));
        Print($"{what}, longest, of at most {promised} ms", times.Max());
    }

    private ColorizeJob NewJob() => Job(Drawing(Side, _variant++));

    private async Task MeasureBusyAsync(DaemonClient client)
    {
        using CancellationTokenSource end = new();
        List<Task> served = [.. Enumerable.Range(0, ProtocolLimits.MaxWaitingJobs + 1).Select(_ => (Task)client.ColorizeAsync(Job(Drawing(4096, _variant++)), null, end.Token))];
        while ((await client.GetStatusAsync()).WaitingJobs < ProtocolLimits.MaxWaitingJobs) await Task.Delay(1);
        List<double> times = [];
        for (int i = 0; i < 20; i++)
        {
            long began = Stopwatch.GetTimestamp();
            try
            {
                await client.ColorizeAsync(Job(Drawing(64, i)));
            }
            catch (DaemonException e) when (e.Code == DaemonErrorCode.Busy)
            {
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        await end.CancelAsync();
        await Task.WhenAll(served.Select(task => task.ContinueWith(_ => { }, TaskScheduler.Default)));
        PrintLongest("Busy, from the call to the refusal", times, 100);
    }

    private async Task MeasureCancellationAsync(DaemonClient client)
    {
        Dictionary<ColorizeStage, List<double>> times = [];
        for (int i = 0; i < 60; i++)
        {
            using CancellationTokenSource cancellation = new();
            ColorizeStage stage = ColorizeStage.Queued;
            DirectProgress progress = new(value => stage = value.Stage);
            Task<ColorizedPicture> job = client.ColorizeAsync(NewJob(), progress, cancellation.Token);
            await Task.Delay(_random.Next(1, 600));
            ColorizeStage at = stage;
            long began = Stopwatch.GetTimestamp();
            await cancellation.CancelAsync();
            try
            {
                await job;
            }
            catch (OperationCanceledException)
            {
                if (!times.TryGetValue(at, out List<double>? list)) times.Add(at, list = []);
                list.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        foreach ((ColorizeStage stage, List<double> list) in times) PrintLongest($"cancelled in {stage}", list, 250);
    }

    private async Task MeasureCallerGoneAsync(DaemonClient client)
    {
        List<double> times = [];
        for (int i = 0; i < 10; i++)
        {
            DaemonClient other = Create(instance);
            TaskCompletionSource running = new();
            Task<ColorizedPicture> job = other.ColorizeAsync(Job(Drawing(4096, _variant++)), new DirectProgress(value =>
            {
                if (value.Stage is ColorizeStage.Stage1) running.TrySetResult();
            }));
            await running.Task;
            long began = Stopwatch.GetTimestamp();
            other.Dispose();
            while ((await client.GetStatusAsync()).RunningJobs > 0) await Task.Delay(1);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            await job.ContinueWith(_ => { }, TaskScheduler.Default);
        }

        PrintLongest("caller gone, until its job has ended", times, 1000);
    }

    private async Task MeasureProgressAsync(DaemonClient client)
    {
        List<double> firsts = [];
        double mostPerSecond = 0;
        for (int i = 0; i < 20; i++)
        {
            double? first = null;
            int count = 0;
            long began = Stopwatch.GetTimestamp();
            await client.ColorizeAsync(NewJob(), new DirectProgress(_ =>
            {
                first ??= Stopwatch.GetElapsedTime(began).TotalMilliseconds;
                count++;
            }));
            firsts.Add(first!.Value);
            mostPerSecond = Math.Max(mostPerSecond, count / Math.Max(1, Stopwatch.GetElapsedTime(began).TotalSeconds));
        }

        PrintLongest("first progress", firsts, ProtocolLimits.FirstProgress.TotalMilliseconds);
        Console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"progress messages a second: {mostPerSecond:0.0}, of at most {ProtocolLimits.MaxProgressPerSecond}"));
    }

    private async Task MeasureRecoveryAsync(DaemonClient client)
    {
        List<double> hellos = [];
        List<double> pictures = [];
        for (int i = 0; i < 5; i++)
        {
            int process = (await client.ConnectAsync()).ProcessId;
            Stopwatch sinceKill = new();
            await client.ColorizeAsync(NewJob(), new DirectProgress(value =>
            {
                if (value.Stage == ColorizeStage.Stage1 && !sinceKill.IsRunning)
                {
                    sinceKill.Start();
                    using Process daemon = Process.GetProcessById(process);
                    daemon.Kill();
                }
                else if (sinceKill.IsRunning && hellos.Count == i)
                {
                    hellos.Add(sinceKill.Elapsed.TotalMilliseconds);
                }
            }));
            pictures.Add(sinceKill.Elapsed.TotalMilliseconds);
        }

        PrintLongest("daemon killed in a job, until the next one has accepted it", hellos, 3000);
        Print($"daemon killed in a job, until the picture is there after all, median of {pictures.Count}", Quantile(pictures, 0.5));
    }

    private sealed class DirectProgress(Action<ColorizeProgress> report) : IProgress<ColorizeProgress>
    {
        public void Report(ColorizeProgress value) => report(value);
    }
}
