using System.Diagnostics;
using System.Globalization;
using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Networks;
using PdnColorize.Colorization.Tests.Models;
using PdnColorize.Training.Optimization;
using Spectre.Console;
using TorchSharp;
using static TorchSharp.torch;

namespace PdnColorize.Benchmarks;

/// <summary>The networks alone, without loading pictures: whole steps of training on random numbers, and passes as in colouring.</summary>
internal static class NetworksBenchmark
{
    private const int DefaultRounds = 7;
    private const int Stage1Channels = 9;
    private const int Stage2Channels = 12;
    private const int PassSide = 512;

    private static readonly (string Name, int Base, int Channels, int Batch, int Side)[] Trainings =
    [
        ("train 16 channels, batch 8, side 128", 16, Stage1Channels, 8, 128),
        ("train 16 channels, batch 16, side 128", 16, Stage1Channels, 16, 128),
        ("train 32 channels, batch 8, side 128", 32, Stage1Channels, 8, 128),
        ("train 16 channels, batch 4, side 256 (stage 2)", 16, Stage2Channels, 4, 256),
    ];

    public static int Run(string[] args)
    {
        int rounds = args is [var given] ? int.Parse(given, CultureInfo.InvariantCulture) : DefaultRounds;
        Table table = new Table().AddColumns("median of rounds", "", "float32", "CPU s").Border(TableBorder.Simple);
        bool hasBFloat16 = ComputeDevice.CpuHasBFloat16;
        if (hasBFloat16) table.AddColumns("bfloat16", "CPU s");
        foreach ((string name, int baseChannels, int channels, int batch, int side) in Trainings)
            AddRow(name, "pictures/s", half => Train(baseChannels, channels, batch, side, half, rounds), time => batch / time.TotalSeconds);
        foreach (int baseChannels in (int[])[16, 32])
            AddRow($"colour {baseChannels} channels, {PassSide} x {PassSide}", "ms", half => Pass(baseChannels, half, rounds), time => time.TotalMilliseconds);
        AnsiConsole.Write(table);
        return 0;

        void AddRow(string name, string unit, Func<bool, (TimeSpan Wall, TimeSpan Cpu)> measure, Func<TimeSpan, double> toUnit)
        {
            List<string> cells = [name, unit];
            foreach (bool half in hasBFloat16 ? (bool[])[false, true] : [false])
            {
                (TimeSpan wall, TimeSpan cpu) = measure(half);
                cells.AddRange([$"{toUnit(wall):0.0}", $"{cpu.TotalSeconds:0.000}"]);
            }

            table.AddRow([.. cells]);
        }
    }

    private static (TimeSpan Wall, TimeSpan Cpu) Train(int baseChannels, int channels, int batch, int side, bool half, int rounds)
    {
        using DisposeScope scope = NewDisposeScope();
        using LearningNetwork network = new(new UNet(channels, baseChannels) { TrainsInBFloat16 = half }, CPU, weightDecay: 0);
        using AveragedNetwork average = new(new UNet(channels, baseChannels), CPU, decay: 0.999);
        Tensor input = rand(batch, channels, side, side);
        Tensor target = rand(batch, 3, side, side);
        return Median(rounds, () =>
        {
            using DisposeScope step = NewDisposeScope();
            network.ClearGradients();
            nn.functional.l1_loss(network.Run(input), target).backward();
            network.Optimizer.Clip(1);
            network.Optimizer.Step(1e-4);
            average.Follow(network.Tensors, 1000);
        });
    }

    private static (TimeSpan Wall, TimeSpan Cpu) Pass(int baseChannels, bool half, int rounds)
    {
        ModelManifest manifest = TestModels.Faithful(stages: 2, baseChannels: baseChannels);
        StageWeights weights = StageWeights.Check(manifest.Stages[1], TestModels.RandomWeights(manifest)[1], "random weights");
        using DisposeScope scope = NewDisposeScope();
        using FoldedUNet network = new(weights, CPU, half ? ScalarType.BFloat16 : ScalarType.Float32);
        Tensor input = rand(1, manifest.Stages[1].InputChannels, PassSide, PassSide);
        return Median(rounds, () => network.Run(input).Dispose());
    }

    /// <summary>Medians of wall time and of the time of all cores, after a round that does not count.</summary>
    private static (TimeSpan Wall, TimeSpan Cpu) Median(int rounds, Action round)
    {
        round();
        List<TimeSpan> wall = [];
        List<TimeSpan> cpu = [];
        for (int i = 0; i < rounds; i++)
        {
            TimeSpan used = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            round();
            wall.Add(Stopwatch.GetElapsedTime(start));
            cpu.Add(Environment.CpuUsage.TotalTime - used);
        }

        return (wall.Order().ElementAt(rounds / 2), cpu.Order().ElementAt(rounds / 2));
    }
}
