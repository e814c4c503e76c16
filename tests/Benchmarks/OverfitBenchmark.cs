using System.Diagnostics;
using System.Globalization;
using PdnColorize.Colorization.Devices;
using PdnColorize.Datasets;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.Runs;
using PdnColorize.Training.Samples;

namespace PdnColorize.Benchmarks;

/// <summary>
/// Whether training learns at all: on 8 pictures that it is also measured on, with many hints in every sample, stage 1 shall reach 30 dB. A network, a loss or a loader with a
/// fault stays far below.
/// </summary>
internal static class OverfitBenchmark
{
    private const int Pictures = 8;
    private const double WantedPsnr = 30;
    private const int MostSteps = 4000;

    public static async Task<int> RunAsync(string[] args)
    {
        string source = args is [var given] ? given : Path.Combine(AppContext.BaseDirectory, "pictures");
        string folder = Directory.CreateTempSubdirectory("pdncolorize-overfit-").FullName;
        try
        {
            string chosen = Directory.CreateDirectory(Path.Combine(folder, "pictures")).FullName;
            foreach (string file in Directory.GetFiles(source).Where(file => Path.GetExtension(file) is ".webp" or ".png" or ".jpg").Order(StringComparer.Ordinal).Take(Pictures))
                File.Copy(file, Path.Combine(chosen, Path.GetFileName(file)));
            string shards = Path.Combine(folder, "shards");
            await DatasetBuilder.BuildAsync(new DatasetOptions { Inputs = [chosen], Output = shards, LineVariants = 1, RejectPhotos = false, RejectNearDuplicates = false });
            return Train(folder, shards);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Train(string folder, string shards)
    {
        // Every sample is one of the eight as it is: no mirror, no zoom, no other hues, no other pens.
        TrainConfig config = new()
        {
            BaseChannels = 16,
            Stage1Batch = Pictures,
            Stage1Steps = MostSteps,
            LearningRate = 2e-3,
            AverageDecay = 0.98,
            AdversarialWeight = 0,
            NoHintShare = 0,
            ManyHintsShare = 1,
            HueShiftShare = 0,
            LineChangeShare = 0,
            AreaRecolorShare = 0,
            TwinShare = 0,
            PlainShare = 0,
            FlipShare = 0,
            LargestZoom = 1,
            ValidateEvery = 100,
            ValidationPictures = Pictures,
            CheckpointEvery = MostSteps,
        };
        ShardPictures pictures = new(shards, config.CacheMebibytes);
        TrainingRun run = new(RunFolder.Create(Path.Combine(folder, "run"), config), pictures, pictures, ComputeDevice.Parse("auto"));
        using CancellationTokenSource reached = new();
        long started = Stopwatch.GetTimestamp();
        double best = 0;
        run.Validated += (_, report) =>
        {
            int hints = report.Result.Psnr.Keys.Max();
            best = Math.Max(best, report.Result.Psnr[hints]);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"step {report.Step,5}  {report.Result.Psnr[hints]:F2} dB with {hints} hints, {report.Result.Psnr[0]:F2} without  {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s, of one core {Environment.CpuUsage.TotalTime.TotalSeconds:F0} s"));
            if (best >= WantedPsnr) reached.Cancel();
        };
        run.Run(reached.Token);
        Console.WriteLine(best >= WantedPsnr ? "It learns." : $"It does not reach {WantedPsnr} dB.");
        return best >= WantedPsnr ? 0 : 1;
    }
}
