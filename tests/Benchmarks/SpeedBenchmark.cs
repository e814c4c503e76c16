using System.Diagnostics;
using System.Globalization;
using PdnColorize.Colorization;
using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Networks;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Tests.Models;
using Spectre.Console;

namespace PdnColorize.Benchmarks;

/// <summary>Times of each step at 512 x 512 with the article's 32-channel network in both stages, warm, and the same two passes in PyTorch eager.</summary>
internal static class SpeedBenchmark
{
    private const int BaseChannels = 32;
    private const int Rounds = 7;
    private static readonly string[] NetworkSteps = ["Stage1", "Stage2"];

    public static int Run(string[] args)
    {
        string sample = args is [var path] ? path : Path.Combine(AppContext.BaseDirectory, "samples", "monkey.png");
        byte[] file = ResizedTo512(sample);
        Table table = new Table().AddColumns("milliseconds, median of 7, 512 x 512", "float32").Border(TableBorder.Simple);
        bool hasBFloat16 = ComputeDevice.CpuHasBFloat16;
        if (hasBFloat16) table.AddColumn("bfloat16");

        Dictionary<string, double> single = Measure(file, NetworkPrecision.Full);
        Dictionary<string, double> half = hasBFloat16 ? Measure(file, NetworkPrecision.BFloat16) : [];
        foreach (string step in single.Keys) AddRow(table, step, single[step], hasBFloat16 ? half[step] : null);
        AddRow(table, "both networks", Networks(single), hasBFloat16 ? Networks(half) : null);
        AddRow(table, "everything else", Others(single), hasBFloat16 ? Others(half) : null);

        if (PyTorchEager() is [var first, var second])
        {
            AddRow(table, "PyTorch eager, both passes", first + second, null);
            table.AddRow("our networks / PyTorch eager", Ratio(Networks(single) / (first + second)), hasBFloat16 ? Ratio(Networks(half) / (first + second)) : "");
        }
        else
        {
            Console.Error.WriteLine("python3-torch is not installed, so there is nothing to compare with (apt-get install python3-torch).");
        }

        AnsiConsole.Write(table);
        return 0;
    }

    private static Dictionary<string, double> Measure(byte[] file, NetworkPrecision precision)
    {
        string folder = Path.Combine(Path.GetTempPath(), $"pdncolorize-benchmark-{Environment.ProcessId}");
        try
        {
            ModelManifest manifest = TestModels.Faithful(stages: 2, baseChannels: BaseChannels);
            ModelFolderWriter.Write(folder, manifest, TestModels.RandomWeights(manifest));
            using Colorizer colorizer = new(ModelFolder.Load(folder), ComputeDevice.Cpu, precision);
            List<Dictionary<string, double>> rounds = [];
            for (int i = 0; i <= Rounds; i++)
            {
                Dictionary<string, double> times = Once(colorizer, file);
                if (i > 0) rounds.Add(times);
            }

            return rounds[0].Keys.ToDictionary(step => step, step => rounds.Select(times => times[step]).Order().ElementAt(Rounds / 2));
        }
        finally
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
    }

    private static Dictionary<string, double> Once(Colorizer colorizer, byte[] file)
    {
        Dictionary<string, double> times = [];
        long start = Stopwatch.GetTimestamp();
        Picture drawing = PictureFile.Decode(file, "sample", PictureLimits.CommandLine);
        times["Decode"] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Picture hints = new(drawing.Width, drawing.Height);
        hints.Pixels.AsSpan(((200 * drawing.Width) + 200) * Picture.BytesPerPixel, 40).Fill(200);
        ColorizationResult result = colorizer.Colorize(drawing, hints, ColorizationOptions.Default);
        foreach (StepTime time in result.Times) times[time.Step.ToString()] = time.Milliseconds;
        start = Stopwatch.GetTimestamp();
        PictureFile.Encode(result.Picture, ".png");
        times["Encode"] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return times;
    }

    private static double Networks(Dictionary<string, double> times) => times.Where(t => NetworkSteps.Contains(t.Key)).Sum(t => t.Value);

    private static double Others(Dictionary<string, double> times) => times.Where(t => !NetworkSteps.Contains(t.Key)).Sum(t => t.Value);

    private static byte[] ResizedTo512(string path)
    {
        using OpenCvSharp.Mat source = OpenCvSharp.Cv2.ImDecode(File.ReadAllBytes(path), OpenCvSharp.ImreadModes.Color);
        using OpenCvSharp.Mat resized = new();
        OpenCvSharp.Cv2.Resize(source, resized, new OpenCvSharp.Size(512, 512), 0, 0, OpenCvSharp.InterpolationFlags.Area);
        OpenCvSharp.Cv2.ImEncode(".png", resized, out byte[] bytes, (int[])[]);
        return bytes;
    }

    private static double[] PyTorchEager()
    {
        string script = Path.Combine(AppContext.BaseDirectory, "pytorch_eager.py");
        try
        {
            // Debian's own interpreter: python3-torch is installed for that one.
            ProcessStartInfo start = new("/usr/bin/python3", [script]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using Process? process = Process.Start(start);
            if (process is null) return [];
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0
                ? [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line, CultureInfo.InvariantCulture))]
                : [];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return [];
        }
    }

    private static void AddRow(Table table, string name, double single, double? half)
    {
        if (half is { } value)
            table.AddRow(name, $"{single:0.0}", $"{value:0.0}");
        else
            table.AddRow(name, $"{single:0.0}");
    }

    private static string Ratio(double value) => $"{value:0.00}";
}
