using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Tests.Drawings;
using PdnColorize.Colorization.Tests.Models;
using TorchSharp;

namespace PdnColorize.Colorization.Tests.Memory;

/// <summary>A colorization leaves nothing behind: the daemon runs for weeks.</summary>
[Collection(MemoryTests.Name)]
public sealed class ColorizerMemoryTests
{
    private const long MiB = 1024 * 1024;

    [Theory]
    [InlineData(ResultKind.Composite, HintReach.Free)]
    [InlineData(ResultKind.Colors, HintReach.Regions)]
    [InlineData(ResultKind.Flats, HintReach.Free)]
    public void Colorize_AnyKind_LeavesNoTensor(ResultKind kind, HintReach reach)
    {
        using Colorizer colorizer = Load();
        long tensors = LiveTensors();

        Run(colorizer, kind, reach);

        Assert.Equal(tensors, torch.Tensor.TotalCount);
    }

    [Fact]
    public void Colorize_Cancelled_LeavesNoTensor()
    {
        using Colorizer colorizer = Load();
        using CancellationTokenSource cancellation = new();
        long tensors = LiveTensors();
        // Once the network has begun, when most is at stake.
        StepAction cancel = new(ColorizationStep.Stage1, cancellation.Cancel);

        Assert.ThrowsAny<OperationCanceledException>(() => colorizer.Colorize(Drawing, Hints, ColorizationOptions.Default, cancel, cancellation.Token));

        Assert.Equal(tensors, torch.Tensor.TotalCount);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Colorize_ModelThatReads_LeavesNoTensor(bool cancelled)
    {
        using Colorizer colorizer = new(ReadingColorizerTests.WithReading(), ComputeDevice.Cpu);
        using CancellationTokenSource cancellation = new();
        long tensors = LiveTensors();
        StepAction cancel = new(ColorizationStep.Prepare, () =>
        {
            if (cancelled) cancellation.Cancel();
        });

        Exception? exception = Record.Exception(() => colorizer.Colorize(Drawing, Hints, ColorizationOptions.Default, cancel, cancellation.Token));

        Assert.Equal(cancelled, exception is OperationCanceledException);
        Assert.Equal(tensors, torch.Tensor.TotalCount);
    }

    [Fact]
    public void Dispose_ColorizerThatReads_FreesTheWeights()
    {
        long tensors = LiveTensors();

        new Colorizer(ReadingColorizerTests.WithReading(), ComputeDevice.Cpu).Dispose();

        Assert.Equal(tensors, torch.Tensor.TotalCount);
    }

    [Fact]
    public void Colorize_DrawingWithoutLines_LeavesNoTensor()
    {
        using Colorizer colorizer = Load();
        long tensors = LiveTensors();

        Assert.Throws<PictureException>(() => colorizer.Colorize(TestDrawing.Paper(64, 64).Picture, null, ColorizationOptions.Default));

        Assert.Equal(tensors, torch.Tensor.TotalCount);
    }

    [Fact]
    public void Dispose_Colorizer_FreesTheWeights()
    {
        long tensors = LiveTensors();

        Colorizer colorizer = Load();
        Assert.True(torch.Tensor.TotalCount > tensors);
        colorizer.Dispose();

        Assert.Equal(tensors, torch.Tensor.TotalCount);
    }

    [Fact]
    public void Colorize_100Times_GrowsTheProcessByUnder50MiB()
    {
        const int WarmUp = 10;
        const int Runs = 100;
        using Colorizer colorizer = Load();
        for (int i = 0; i < WarmUp; i++) Run(colorizer, ResultKind.Composite, HintReach.Free);
        long before = WorkingSet();

        for (int i = 0; i < Runs; i++) Run(colorizer, ResultKind.Composite, HintReach.Free);

        Assert.InRange((WorkingSet() - before) / MiB, long.MinValue, 50 - 1);
    }

    private static Picture Drawing => TestDrawing.TwoRooms(128, 128).Picture;

    private static Picture Hints => TestDrawing.Transparent(128, 128).Fill(30, 30, 8, 8, 0xC04020).Fill(90, 90, 2, 2, 0x2040C0).Picture;

    private static Colorizer Load() => new(ModelFolder.Load(TestModels.BundledFolder), ComputeDevice.Cpu);

    private static void Run(Colorizer colorizer, ResultKind kind, HintReach reach)
    {
        ColorizationResult result = colorizer.Colorize(Drawing, Hints, new ColorizationOptions { Result = kind, Reach = reach });
        Assert.Equal(2, result.HintCount);
    }

    /// <summary>Live tensors, once what other tests dropped undisposed is finalized.</summary>
    private static long LiveTensors()
    {
        Collect();
        return torch.Tensor.TotalCount;
    }

    private static long WorkingSet()
    {
        Collect();
        return Environment.WorkingSet;
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    private sealed class StepAction(ColorizationStep step, Action action) : IProgress<ColorizationStep>
    {
        public void Report(ColorizationStep value)
        {
            if (value == step) action();
        }
    }
}
