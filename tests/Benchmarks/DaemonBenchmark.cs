using System.Diagnostics;
using System.Globalization;
using PdnColorize.Client;
using PdnColorize.Client.Jobs;
using PdnColorize.Colorization;
using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.Benchmarks;

/// <summary>What the daemon costs beside the same work in one process: cold start, warm round trips, and how they are spread.</summary>
internal static class DaemonBenchmark
{
    private const int Rounds = 21;
    private const int WarmRequests = 200;

    public static async Task<int> RunAsync()
    {
        string instance = "benchmark-" + Guid.NewGuid().ToString("N");
        using Colorizer here = new(ModelFolder.Load(Path.Combine(AppContext.BaseDirectory, "models", "default")), ComputeDevice.Parse("auto"));
        using (DaemonClient client = Create(instance))
        {
            // Waits without awaiting: the networks run in the main thread here as they run in one thread there, since OpenMP makes its threads anew for each thread that calls it.
            long began = Stopwatch.GetTimestamp();
            client.ConnectAsync().GetAwaiter().GetResult();
            Print("cold start to hello", Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            client.ColorizeAsync(Job(Drawing(512, 0))).GetAwaiter().GetResult();
            Print("cold start to the first result, 512 x 512", Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            foreach (int side in (int[])[512, 4096]) Compare(client, here, side);
            await SpreadAsync(client);
        }

        await new DaemonLimitsBenchmark(instance).RunAsync();
        return 0;
    }

    /// <summary>
    /// Each drawing once in each way, so that no cache helps either, and in turns one way or the other first. The difference of the whole times is what counts; on a machine that does other
    /// things as well it drowns in the networks' own scatter, and then these tell: the time outside of the steps, and each step for itself.
    /// </summary>
    private static void Compare(DaemonClient client, Colorizer here, int side)
    {
        List<Sample> daemon = [];
        List<Sample> process = [];
        int rounds = side > 1024 ? Rounds : 3 * Rounds;
        for (int i = 0; i <= rounds; i++)
        {
            Picture drawing = Drawing(side, i + 1);
            Sample remote = i % 2 == 0 ? RunRemotely(client, drawing) : default;
            Sample local = RunHere(here, drawing);
            if (i % 2 == 1) remote = RunRemotely(client, drawing);
            if (i == 0) continue;
            process.Add(local);
            daemon.Add(remote);
        }

        foreach ((string what, Func<Sample, double> part) in (List<(string, Func<Sample, double>)>)
            [("whole time", sample => sample.Total), ("outside of the steps", sample => sample.Outside),
             .. process[0].Steps.Keys.Select(step => (step, (Func<Sample, double>)(sample => sample.Steps[step])))])
        {
            List<double> differences = [.. daemon.Zip(process, (a, b) => part(a) - part(b))];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{side} x {side}, {what}, medians of {rounds}: in process {Median(process, part):0.0} ms, through the daemon {Median(daemon, part):0.0} ms, of the pairs' differences {Quantile(differences, 0.5):0.0} ms (quartiles {Quantile(differences, 0.25):0.0} and {Quantile(differences, 0.75):0.0})"));
        }
    }

    private static double Median(List<Sample> samples, Func<Sample, double> part) => Quantile([.. samples.Select(part)], 0.5);

    private static Sample RunRemotely(DaemonClient client, Picture drawing)
    {
        long began = Stopwatch.GetTimestamp();
        ColorizedPicture picture = client.ColorizeAsync(Job(drawing)).GetAwaiter().GetResult();
        double total = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        IReadOnlyList<StageTime> times = picture.Details.Times;
        return new Sample(total, times.ToDictionary(time => time.Stage.ToString(), time => time.Milliseconds));
    }

    private static Sample RunHere(Colorizer here, Picture drawing)
    {
        long began = Stopwatch.GetTimestamp();
        IReadOnlyList<StepTime> times = here.Colorize(drawing, null, ColorizationOptions.Default).Times;
        double total = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return new Sample(total, times.ToDictionary(time => time.Step.ToString(), time => time.Milliseconds));
    }

    /// <summary>New drawings, and the same drawing again with the colours remembered: what the pipe and the pixels themselves take.</summary>
    private static async Task SpreadAsync(DaemonClient client)
    {
        List<double> fresh = [];
        List<double> again = [];
        Picture same = Drawing(512, -1);
        for (int i = 0; i < WarmRequests; i++)
        {
            fresh.Add(await TimeAsync(client, Drawing(512, 1000 + i)));
            again.Add(await TimeAsync(client, same));
        }

        Print($"{WarmRequests} new drawings, 512 x 512, median", Quantile(fresh, 0.5));
        Print($"{WarmRequests} new drawings, 512 x 512, 99 %", Quantile(fresh, 0.99));
        Print($"{WarmRequests} times the same drawing, 512 x 512, median", Quantile(again, 0.5));
        Print($"{WarmRequests} times the same drawing, 512 x 512, 99 %", Quantile(again, 0.99));
    }

    private static async Task<double> TimeAsync(DaemonClient client, Picture drawing)
    {
        long began = Stopwatch.GetTimestamp();
        await client.ColorizeAsync(Job(drawing));
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    /// <summary>A job for the bundled model.</summary>
    internal static ColorizeJob Job(Picture drawing) =>
        new() { Width = drawing.Width, Height = drawing.Height, LineArt = drawing.Pixels, Settings = new ColorizeSettings { Model = "default" } };

    /// <summary>A grid with one pixel that differs.</summary>
    internal static Picture Drawing(int side, int variant)
    {
        Picture picture = new(side, side);
        Array.Fill(picture.Pixels, (byte)255);
        for (int line = side / 8; line < side; line += side / 8)
        {
            for (int i = 0; i < side; i++)
            {
                foreach ((int x, int y) in (ReadOnlySpan<(int, int)>)[(i, line), (line, i), (i, line - 1), (line - 1, i)])
                    picture.Pixels.AsSpan(((y * side) + x) * Picture.BytesPerPixel, 3).Clear();
            }
        }

        picture.Pixels.AsSpan((((variant + 2) * 97) % picture.PixelCount) * Picture.BytesPerPixel, 3).Fill((byte)(variant & 127));
        return picture;
    }

    /// <summary>A client of the daemon that this run has for itself.</summary>
    internal static DaemonClient Create(string instance) => new(new DaemonClientOptions
    {
        ClientName = "benchmark",
        DaemonPath = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "pdncolorize.exe" : "pdncolorize"),
        Instance = instance,
        // What is measured is when the daemon answers a cancellation, not when a client stops waiting for that.
        Waits = new DaemonWaits { Cancel = TimeSpan.FromSeconds(30) },
    });

    internal static double Quantile(List<double> values, double share) => values.Order().ElementAt((int)(share * (values.Count - 1)));

    internal static void Print(string what, double milliseconds) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {milliseconds:0.0} ms"));

    /// <summary>One colorization, in milliseconds: in all, and in each of the steps that it reports, by their names.</summary>
    private readonly record struct Sample(double Total, IReadOnlyDictionary<string, double> Steps)
    {
        public double Outside => Total - Steps.Values.Sum();
    }
}
