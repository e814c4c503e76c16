using PdnColorize.Client;
using PdnColorize.Client.Jobs;
using PdnColorize.DaemonTests.Support;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.DaemonTests;

/// <summary>Pictures so large that their memory is used again: no job sees another one's.</summary>
public sealed class LargePictureTests : IAsyncLifetime
{
    private RunningDaemon _daemon = null!;

    public async Task InitializeAsync() => _daemon = await RunningDaemon.StartAsync();

    public async Task DisposeAsync() => await _daemon.DisposeAsync();

    [Fact]
    public async Task Colorize_TwoSizesInTurns_EachResultIsItsOwn()
    {
        using DaemonClient client = _daemon.CreateClient();
        (int Width, int Height)[] sizes = [(1600, 1400), (1600, 1400), (1500, 2000), (1500, 2000), (64, 32), (1600, 1400)];

        for (int i = 0; i < sizes.Length; i++) await ColorizeAsync(client, sizes[i].Width, sizes[i].Height, i);
    }

    [Fact]
    public async Task Colorize_TheSameSizeAgain_UsesTheSameMemory()
    {
        List<byte[]> canvases = [];
        _daemon.Engine.OnJob = (request, _) => canvases.Add(request.Canvas.Pixels);
        using DaemonClient client = _daemon.CreateClient();

        await ColorizeAsync(client, 1600, 1400, 1);
        byte[] first = canvases[0];
        await ColorizeAsync(client, 1600, 1400, 2);

        // Its memory now holds the second drawing or the second result.
        Assert.Equal(2, canvases.Count);
        byte[] drawing = Drawing(1600, 1400, 2);
        Assert.True(first.AsSpan().SequenceEqual(drawing) || first.AsSpan().SequenceEqual(Inverted(drawing)));
    }

    [Fact]
    public async Task Colorize_FromTwoClientsAtOnce_EachResultIsItsOwn()
    {
        using DaemonClient one = _daemon.CreateClient();
        using DaemonClient other = _daemon.CreateClient();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => ColorizeAsync(i % 2 == 0 ? one : other, 1600, 1400 + (i % 3), i)));
    }

    [Fact]
    public async Task Colorize_AfterFailedAndCancelledJobs_TheResultIsItsOwn()
    {
        using DaemonClient client = _daemon.CreateClient();
        byte[] drawing = Drawing(1600, 1400, 1);
        ColorizeJob job = new() { Width = 1600, Height = 1400, LineArt = drawing, Settings = new ColorizeSettings { Model = "memory" } };
        DaemonException failed = await Assert.ThrowsAsync<DaemonException>(() => client.ColorizeAsync(job));
        Assert.Equal(DaemonErrorCode.OutOfMemory, failed.Code);
        using CancellationTokenSource cancellation = new();
        _daemon.Engine.OnJob = (_, _) => cancellation.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.ColorizeAsync(job with { Settings = new ColorizeSettings { Model = "sleep-60000" } }, null, cancellation.Token));
        _daemon.Engine.OnJob = null;

        await ColorizeAsync(client, 1600, 1400, 2);
    }

    private static async Task ColorizeAsync(DaemonClient client, int width, int height, int seed)
    {
        byte[] drawing = Drawing(width, height, seed);

        ColorizedPicture picture = await client.ColorizeAsync(new ColorizeJob { Width = width, Height = height, LineArt = drawing });

        Assert.True(picture.Pixels.Span.SequenceEqual(Inverted(drawing)));
    }

    private static byte[] Drawing(int width, int height, int seed)
    {
        byte[] drawing = new byte[width * height * 4];
        new Random(seed).NextBytes(drawing);
        return drawing;
    }

    /// <summary>What the test engine makes of a drawing.</summary>
    private static byte[] Inverted(byte[] drawing) => Array.ConvertAll(drawing, value => (byte)~value);
}
