using System.Diagnostics;
using OpenCvSharp;
using PdnColorize.Datasets;
using PdnColorize.Datasets.Shards;
using Spectre.Console;

namespace PdnColorize.Benchmarks;

/// <summary>How many pictures a second the data set builder takes. The aim: 25 on two cores, from 512-pixel pictures.</summary>
internal static class DatasetsBenchmark
{
    private const int Side = 512;
    private const int Copies = 12;

    public static async Task<int> RunAsync(string[] arguments)
    {
        DirectoryInfo work = Directory.CreateTempSubdirectory("pdncolorize-");
        try
        {
            string folder = arguments is [var given, ..] ? given : Enlarge(Path.Combine(work.FullName, "in"));
            DatasetOptions options = new() { Inputs = [folder], Output = Path.Combine(work.FullName, "out"), RejectNearDuplicates = false };
            Stopwatch scanning = new();
            Stopwatch drawing = new();
            TimeSpan processor = Process.GetCurrentProcess().TotalProcessorTime;
            scanning.Start();
            ShardIndex index = await DatasetBuilder.BuildAsync(options, new PhaseClock(scanning, drawing));
            drawing.Stop();
            processor = Process.GetCurrentProcess().TotalProcessorTime - processor;

            Table table = new Table().AddColumns("", "pictures", "seconds", "pictures/s");
            Add(table, "scan", index.Sources, scanning.Elapsed);
            Add(table, "draw and write", index.Count, drawing.Elapsed);
            Add(table, "together", index.Sources, scanning.Elapsed + drawing.Elapsed);
            Add(table, "together, a core", index.Sources, processor);
            AnsiConsole.Write(table);
            AnsiConsole.WriteLine($"{options.Workers} workers; {index.Shards.Sum(shard => shard.Bytes) / 1024.0 / Math.Max(1, index.Count):0} KiB a picture");
            return 0;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static void Add(Table table, string what, int pictures, TimeSpan time) =>
        table.AddRow(what, $"{pictures}", $"{time.TotalSeconds:0.0}", $"{pictures / time.TotalSeconds:0.0}");

    // The test pictures are small: enlarged, they have the pixels of real ones, and as JPEG the cost of decoding.
    private static string Enlarge(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string path in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "pictures")).Where(path => !path.EndsWith(".md", StringComparison.Ordinal)))
        {
            using Mat small = Cv2.ImDecode(File.ReadAllBytes(path), ImreadModes.Color);
            using Mat large = new();
            double scale = (double)Side / Math.Max(small.Width, small.Height);
            Cv2.Resize(small, large, new OpenCvSharp.Size(small.Width * scale, small.Height * scale), interpolation: InterpolationFlags.Cubic);
            byte[] jpeg = large.ImEncode(".jpg", [(int)ImwriteFlags.JpegQuality, 90]);
            for (int copy = 0; copy < Copies; copy++)
                File.WriteAllBytes(Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(path)}-{copy}.jpg"), jpeg);
        }

        return folder;
    }

    private sealed class PhaseClock(Stopwatch scanning, Stopwatch drawing) : IProgress<DatasetProgress>
    {
        public void Report(DatasetProgress value)
        {
            if (value.Phase != DatasetPhase.Drawing || drawing.IsRunning) return;
            scanning.Stop();
            drawing.Start();
        }
    }
}
