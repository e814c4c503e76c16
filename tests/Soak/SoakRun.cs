using System.Diagnostics;
using System.Globalization;
using PdnColorize.Client;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.Soak;

/// <summary>A long run against the real daemon with accidents; reports whether anything hung or grew.</summary>
internal sealed class SoakRun
{
    /// <summary>Longer than this for a small picture is a hang.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(2);

    /// <summary>For a job that has to start a daemon first.</summary>
    private static readonly TimeSpan HangWithStart = TimeSpan.FromSeconds(5);

    private readonly string _instance = "soak-" + Guid.NewGuid().ToString("N");
    private readonly Random _random = new(1);
    private readonly Slopes _slopes = new();
    private readonly List<double> _milliseconds = [];
    private int _jobs;
    private int _cancelled;
    private int _callersKilled;
    private int _daemonsKilled;
    private int _hangs;
    private int _errors;

    /// <summary>Runs it.</summary>
    /// <returns>Exit code: 0 when nothing hung, failed or grew.</returns>
    public static async Task<int> RunAsync(TimeSpan length) => await new SoakRun().RunForAsync(length);

    private async Task<int> RunForAsync(TimeSpan length)
    {
        long began = Stopwatch.GetTimestamp();
        using DaemonClient client = SoakClient.Create(_instance);
        bool mustStart = true;
        while (Stopwatch.GetElapsedTime(began) < length)
        {
            long next = Stopwatch.GetTimestamp();
            double dice = _random.NextDouble();
            if (dice < 0.05) await KillACallerAsync();
            if (dice is >= 0.05 and < 0.06) mustStart = await KillTheDaemonAsync(client);
            await RunJobAsync(client, mustStart, isCancelled: dice >= 0.8);
            mustStart = false;
            await SampleAsync(client);
            TimeSpan rest = TimeSpan.FromSeconds(1) - Stopwatch.GetElapsedTime(next);
            if (rest > TimeSpan.Zero) await Task.Delay(rest);
        }

        await client.ShutdownAsync();
        return Report();
    }

    private async Task SampleAsync(DaemonClient client)
    {
        try
        {
            StatusResponse status = await client.GetStatusAsync();
            _slopes.Sample(status.ProcessId, status.UptimeSeconds);
        }
        catch (DaemonException e)
        {
            _errors++;
            Console.Error.WriteLine($"status after job {_jobs}: {e.Code}: {e.Message}");
        }
    }

    private async Task RunJobAsync(DaemonClient client, bool mustStart, bool isCancelled)
    {
        using CancellationTokenSource cancellation = new();
        if (isCancelled) cancellation.CancelAfter(_random.Next(0, 100));
        long began = Stopwatch.GetTimestamp();
        _jobs++;
        try
        {
            await client.ColorizeAsync(SoakClient.CreateJob(_random), null, cancellation.Token);
            _milliseconds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        catch (OperationCanceledException)
        {
            _cancelled++;
        }
        catch (DaemonException e)
        {
            _errors++;
            Console.Error.WriteLine($"job {_jobs}: {e.Code}: {e.Message}");
        }

        TimeSpan took = Stopwatch.GetElapsedTime(began);
        if (took <= (mustStart ? HangWithStart : Hang)) return;
        _hangs++;
        Console.Error.WriteLine($"job {_jobs}: took {took.TotalSeconds:0.0} s");
    }

    private async Task KillACallerAsync()
    {
        _callersKilled++;
        using Process caller = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["client", _instance]))!;
        await Task.Delay(_random.Next(100, 700));
        caller.Kill();
        await caller.WaitForExitAsync();
    }

    private async Task<bool> KillTheDaemonAsync(DaemonClient client)
    {
        _daemonsKilled++;
        using Process daemon = Process.GetProcessById((await client.GetStatusAsync()).ProcessId);
        daemon.Kill();
        await daemon.WaitForExitAsync();
        return true;
    }

    private int Report()
    {
        _milliseconds.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{_jobs} jobs, {_cancelled} cancelled, {_callersKilled} callers and {_daemonsKilled} daemons killed, {_errors} errors, {_hangs} hangs"));
        if (_milliseconds.Count > 0)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"time of a job: median {_milliseconds[_milliseconds.Count / 2]:0} ms, 99 % {_milliseconds[(int)(_milliseconds.Count * 0.99)]:0} ms, longest {_milliseconds[^1]:0} ms"));
        }

        bool isFlat = _slopes.Report(Console.Out);
        bool good = _hangs == 0 && _errors == 0 && isFlat;
        Console.WriteLine(good ? "passed" : "failed");
        return good ? 0 : 1;
    }
}
