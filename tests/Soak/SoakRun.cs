using System.Diagnostics;
using System.Globalization;
using PdnColorize.Client;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.Soak;

/// <summary>
/// A long run against the real daemon with accidents; reports whether anything hung or grew. Two daemons run side by side: one is killed again and again and must come back, the other one lives through
/// it all, so that what grows slowly shows.
/// </summary>
internal sealed class SoakRun
{
    /// <summary>Longer than this for a call to a running daemon, or for a small picture, is a hang.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(2);

    /// <summary>A start, with its first picture, is no call to a running daemon: a process is made, libraries of hundreds of megabytes are read. It has as long as a client waits for one.</summary>
    private static readonly TimeSpan LongestStart = new DaemonWaits().Start;

    /// <summary>
    /// Pictures that a new daemon colours one after the other, as fast as it can, before it is looked at: until then .NET compiles its code anew and its heap finds its size, which takes some ten
    /// megabytes and, at a picture a second, minutes.
    /// </summary>
    private const int WarmUpJobs = 200;

    /// <summary>The part of the run in which growth does not count yet: what callers leave behind, cancelled and killed ones too, goes only when .NET next looks through all of its heap. What grows afterwards is a leak.</summary>
    private const double SettlingShare = 0.25;

    private readonly string _name;
    private readonly bool _killsDaemons;
    private readonly string _instance = "soak-" + Guid.NewGuid().ToString("N");
    private readonly Random _random;
    private readonly Slopes _slopes = new();
    private readonly List<double> _jobTimes = [];
    private readonly List<double> _statusTimes = [];
    private readonly List<double> _helloTimes = [];
    private readonly List<double> _startTimes = [];
    private int _jobs;
    private int _cancelled;
    private int _callersKilled;
    private int _daemonsKilled;
    private int _hangs;
    private int _errors;

    private SoakRun(string name, bool killsDaemons, int seed) => (_name, _killsDaemons, _random) = (name, killsDaemons, new Random(seed));

    /// <summary>Runs it.</summary>
    /// <returns>Exit code: 0 when nothing hung, failed or grew.</returns>
    public static async Task<int> RunAsync(TimeSpan length)
    {
        SoakRun[] runs = [new("daemons that are killed", killsDaemons: true, seed: 1), new("a daemon that lives", killsDaemons: false, seed: 2)];
        await Task.WhenAll(runs.Select(run => run.RunForAsync(length)));
        bool good = true;
        foreach (SoakRun run in runs) good &= run.Report();
        Console.WriteLine(good ? "passed" : "failed");
        return good ? 0 : 1;
    }

    private async Task RunForAsync(TimeSpan length)
    {
        long began = Stopwatch.GetTimestamp();
        using DaemonClient client = SoakClient.Create(_instance);
        await StartAsync(client);
        while (Stopwatch.GetElapsedTime(began) < length)
        {
            long next = Stopwatch.GetTimestamp();
            double dice = _random.NextDouble();
            if (dice < 0.05) await KillACallerAsync();
            if (_killsDaemons && dice is >= 0.05 and < 0.06) await KillTheDaemonAsync(client);
            await RunJobAsync(client, isCancelled: dice >= 0.8);
            await SampleAsync(client, isSettled: Stopwatch.GetElapsedTime(began) >= length * SettlingShare);
            TimeSpan rest = TimeSpan.FromSeconds(1) - Stopwatch.GetElapsedTime(next);
            if (rest > TimeSpan.Zero) await Task.Delay(rest);
        }

        await client.ShutdownAsync();
    }

    /// <summary>Starts a daemon, has it colour a first picture, and warms it up.</summary>
    private async Task StartAsync(DaemonClient client)
    {
        long began = Stopwatch.GetTimestamp();
        await AttemptAsync("start", LongestStart, async () =>
        {
            await client.ConnectAsync();
            _helloTimes.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            await client.ColorizeAsync(SoakClient.CreateJob(_random));
            _startTimes.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        });
        for (int i = 0; i < WarmUpJobs; i++) await RunJobAsync(client, isCancelled: i % 5 == 0);
    }

    private async Task SampleAsync(DaemonClient client, bool isSettled)
    {
        long began = Stopwatch.GetTimestamp();
        await AttemptAsync("status", Hang, async () =>
        {
            StatusResponse status = await client.GetStatusAsync();
            _statusTimes.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (isSettled && !_killsDaemons) _slopes.Sample(status.ProcessId, status.UptimeSeconds);
        });
    }

    private async Task RunJobAsync(DaemonClient client, bool isCancelled)
    {
        using CancellationTokenSource cancellation = new();
        if (isCancelled) cancellation.CancelAfter(_random.Next(0, 100));
        long began = Stopwatch.GetTimestamp();
        _jobs++;
        await AttemptAsync("job", Hang, async () =>
        {
            try
            {
                await client.ColorizeAsync(SoakClient.CreateJob(_random), null, cancellation.Token);
                _jobTimes.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
            catch (OperationCanceledException)
            {
                _cancelled++;
            }
        });
    }

    /// <summary>Does something that must not fail, and not take longer than a limit.</summary>
    private async Task AttemptAsync(string what, TimeSpan limit, Func<Task> action)
    {
        long began = Stopwatch.GetTimestamp();
        try
        {
            await action();
        }
        catch (DaemonException e)
        {
            _errors++;
            Console.Error.WriteLine($"{_name}: {what} at job {_jobs}: {e.Code}: {e.Message}");
        }

        TimeSpan took = Stopwatch.GetElapsedTime(began);
        if (took <= limit) return;
        _hangs++;
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_name}: {what} at job {_jobs}: took {took.TotalSeconds:0.0} s, of at most {limit.TotalSeconds}"));
    }

    private async Task KillACallerAsync()
    {
        _callersKilled++;
        using Process caller = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["client", _instance]))!;
        await Task.Delay(_random.Next(100, 700));
        caller.Kill();
        await caller.WaitForExitAsync();
    }

    private async Task KillTheDaemonAsync(DaemonClient client)
    {
        _daemonsKilled++;
        using (Process daemon = Process.GetProcessById((await client.GetStatusAsync()).ProcessId))
        {
            daemon.Kill();
            await daemon.WaitForExitAsync();
        }

        await StartAsync(client);
    }

    private bool Report()
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{_name}: {_jobs} jobs, {_cancelled} cancelled, {_callersKilled} callers and {_daemonsKilled} daemons killed, {_errors} errors, {_hangs} hangs"));
        PrintTimes("job", _jobTimes, Hang);
        PrintTimes("status", _statusTimes, Hang);
        PrintTimes("start to hello", _helloTimes, LongestStart);
        PrintTimes("start to the first picture", _startTimes, LongestStart);
        bool isFlat = _killsDaemons || _slopes.Report(Console.Out);
        return _hangs == 0 && _errors == 0 && isFlat;
    }

    private static void PrintTimes(string what, List<double> times, TimeSpan limit)
    {
        if (times.Count == 0) return;
        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {what}: {times.Count} times, median {times[times.Count / 2]:0} ms, 99 % {times[(int)(times.Count * 0.99)]:0} ms, longest {times[^1]:0} ms, of at most {limit.TotalMilliseconds:0}"));
    }
}
