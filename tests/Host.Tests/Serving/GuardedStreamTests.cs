using System.IO.Pipelines;
using System.Text;
using PdnColorize.Host.Serving;

namespace PdnColorize.Host.Tests.Serving;

/// <summary>Frames and answers that take too long, and frames that are too long, without a pipe.</summary>
public sealed class GuardedStreamTests : IAsyncDisposable
{
    private const int MaximumBody = 1000;

    private static readonly TimeSpan TestLimit = TimeSpan.FromSeconds(30);

    private readonly Pipe _caller = new();

    public async ValueTask DisposeAsync() => await _caller.Writer.CompleteAsync();

    [Theory]
    [InlineData("C")]
    [InlineData("Content-Length: 2\r\n")]
    [InlineData("Content-Length: 2\r\n\r\n{")]
    public async Task ReadAsync_FrameStopsInTheMiddle_EndsTheConnection(string part)
    {
        await using GuardedStream stream = Guarded(TimeSpan.FromMilliseconds(50));
        await SendAsync(part);
        await ReadAsync(stream);

        await Assert.ThrowsAsync<IOException>(() => ReadAsync(stream));
    }

    [Fact]
    public async Task ReadAsync_ByteNowAndThen_BuysNoMoreTime()
    {
        await using GuardedStream stream = Guarded(TimeSpan.FromMilliseconds(200));
        using CancellationTokenSource stop = new(TestLimit);
        Task trickling = Task.Run(async () =>
        {
            for (; !stop.IsCancellationRequested; await Task.Delay(20)) await SendAsync("a");
        });

        await Assert.ThrowsAsync<IOException>(async () =>
        {
            while (!stop.IsCancellationRequested) await ReadAsync(stream);
        });

        await stop.CancelAsync();
        await trickling;
    }

    [Fact]
    public async Task ReadAsync_BetweenFrames_WaitsLongerThanAFrameMayTake()
    {
        await using GuardedStream stream = Guarded(TimeSpan.FromMilliseconds(50));
        await SendAsync("Content-Length: 2\r\n\r\n{}");
        await ReadAsync(stream);

        Task<int> next = ReadAsync(stream);
        await Task.Delay(200);
        Assert.False(next.IsCompleted);
        await SendAsync("C");

        Assert.Equal(1, await next);
    }

    [Fact]
    public async Task ReadAsync_FrameAnnouncesTooMuch_IsRefusedBeforeItsBodyCame()
    {
        await using GuardedStream stream = Guarded(TestLimit);
        await SendAsync($"Content-Length: {MaximumBody + 1}\r\n\r\n");

        await Assert.ThrowsAsync<IOException>(() => ReadAsync(stream));
    }

    [Fact]
    public async Task WriteAsync_CallerDoesNotRead_EndsTheConnection()
    {
        await using GuardedStream stream = new(new DeafStream(), new FrameGuard(MaximumBody), TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAsync<IOException>(() => stream.WriteAsync(new byte[1]).AsTask().WaitAsync(TestLimit));
    }

    private GuardedStream Guarded(TimeSpan patience) => new(_caller.Reader.AsStream(), new FrameGuard(MaximumBody), patience);

    private async Task SendAsync(string text) => await _caller.Writer.WriteAsync(Encoding.ASCII.GetBytes(text));

    private static async Task<int> ReadAsync(GuardedStream stream) => await stream.ReadAsync(new byte[100]).AsTask().WaitAsync(TestLimit);

    /// <summary>Takes nothing, ever.</summary>
    private sealed class DeafStream : MemoryStream
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
    }
}
