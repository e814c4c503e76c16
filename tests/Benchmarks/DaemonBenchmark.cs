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
    private const int Rounds = 9;
    private const int WarmRequests = 200;

    public static async Task<int> RunAsync()
    {
        string instance = "benchmark-" + Guid.NewGuid().ToString("N");
        using Colorizer here = new(ModelFolder.Load(Path.Combine(AppContext.BaseDirectory, "models", "default")), ComputeDevice.Parse("auto"));
        using (DaemonClient client = Create(instance))
        {
            Print("cold start to the first result, 512 x 512", await TimeAsync(client, Drawing(512, 0)));
            foreach (int side in (int[])[512, 4096]) await CompareAsync(client, here, side);
            await SpreadAsync(client);
            await client.ShutdownAsync();
        }

        return 0;
    }

    /// <summary>Each drawing once in each way, so that no cache helps either.</summary>
    private static async Task CompareAsync(DaemonClient client, Colorizer here, int side)
    {
        List<double> daemon = [];
        List<double> process = [];
        for (int i = 0; i <= Rounds; i++)
        {
            Picture drawing = Drawing(side, i + 1);
            long began = Stopwatch.GetTimestamp();
            here.Colorize(drawing, null, ColorizationOptions.Default);
            double local = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            double remote = await TimeAsync(client, drawing);
            if (i == 0) continue;
            process.Add(local);
            daemon.Add(remote);
        }

        Print($"in process, {side} x {side}, median of {Rounds}", Quantile(process, 0.5));
        Print($"through the daemon, {side} x {side}, median of {Rounds}", Quantile(daemon, 0.5));
        Print($"difference, {side} x {side}", Quantile(daemon, 0.5) - Quantile(process, 0.5));
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
        ColorizeJob job = new() { Width = drawing.Width, Height = drawing.Height, LineArt = drawing.Pixels, Settings = new ColorizeSettings { Model = "default" } };
        long began = Stopwatch.GetTimestamp();
        await client.ColorizeAsync(job);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    /// <summary>A grid with one pixel that differs.</summary>
    private static Picture Drawing(int side, int variant)
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

    private static DaemonClient Create(string instance) => new(new DaemonClientOptions
    {
        ClientName = "benchmark",
        DaemonPath = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "pdncolorize.exe" : "pdncolorize"),
        Instance = instance,
    });

    private static double Quantile(List<double> values, double share) => values.Order().ElementAt((int)(share * (values.Count - 1)));

    private static void Print(string what, double milliseconds) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {milliseconds:0.0} ms"));
}
