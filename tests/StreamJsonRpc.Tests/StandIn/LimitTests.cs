using System.Text;
using StreamJsonRpc.Handlers;
using StreamJsonRpc.Tests.Support;

namespace StreamJsonRpc.Tests.StandIn;

/// <summary>The bounds that the package does not have.</summary>
public sealed class LimitTests
{
    private static readonly FrameLimits Limits = new();

    [Fact]
    public async Task Header_EndlessWithoutLineFeed_EndsConnection()
    {
        var (rpc, peer) = RawPeer.Connect();
        using var first = rpc;
        using var second = peer;
        byte[] noise = Encoding.ASCII.GetBytes(new string('a', 4096));
        // The pipe holds 64 KiB: writing all of this takes a reader, or one that has given up.
        for (int i = 0; i < 100; i++) await peer.SendBytesAsync(noise);
        await Assert.ThrowsAsync<BadRpcHeaderException>(() => rpc.Completion.Soon());
    }

    [Fact]
    public async Task HeaderLine_AtLimit_IsAcceptedAndOneMoreByteIsNot()
    {
        string line = "X: " + new string('a', Limits.MaxHeaderLineBytes - "X: \r\n".Length) + "\r\n";
        Assert.True(await IsAnsweredAsync([.. Encoding.ASCII.GetBytes(line), .. Request()]));
        Assert.False(await IsAnsweredAsync([.. Encoding.ASCII.GetBytes("Y" + line), .. Request()]));
    }

    [Fact]
    public async Task HeaderLines_AtLimit_AreAcceptedAndOneMoreIsNot()
    {
        string others = string.Concat(Enumerable.Repeat("X: a\r\n", Limits.MaxHeaderLines - 1));
        Assert.True(await IsAnsweredAsync([.. Encoding.ASCII.GetBytes(others), .. Request()]));
        Assert.False(await IsAnsweredAsync([.. Encoding.ASCII.GetBytes(others + "X: a\r\n"), .. Request()]));
    }

    [Fact]
    public async Task Content_AtLimit_IsAcceptedAndOneMoreByteIsNot()
    {
        Assert.True(await IsAnsweredAsync(Request(Limits.MaxContentBytes)));
        Assert.False(await IsAnsweredAsync(Request(Limits.MaxContentBytes + 1)));
        Assert.False(await IsAnsweredAsync(Encoding.ASCII.GetBytes($"Content-Length: {int.MaxValue}\r\n\r\n")));
    }

    [Fact]
    public async Task Content_AnnouncedAndNeverSent_TakesMemoryForWhatCame()
    {
        byte[] announcement = Encoding.ASCII.GetBytes($"Content-Length: {1 << 30}\r\n\r\n{{");
        FrameReader reader = new(new MemoryStream(announcement), new FrameLimits { MaxContentBytes = int.MaxValue });
        long before = GC.GetAllocatedBytesForCurrentThread();
        await Assert.ThrowsAsync<EndOfStreamException>(async () => await reader.ReadAsync(default));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public async Task Request_LargerThanLimit_FailsTheCallAndConnectionGoesOn()
    {
        using var pair = RpcPair.Start(new Target());
        string large = new('a', Limits.MaxContentBytes);
        await Assert.ThrowsAsync<InvalidOperationException>(() => pair.Client.InvokeAsync("Length", large).Soon());
        Assert.Equal(1, await pair.Client.InvokeAsync<int>("Length", "a").Soon());
    }

    [Fact]
    public async Task Result_LargerThanLimit_ThrowsRemoteSerializationAndConnectionGoesOn()
    {
        using var pair = RpcPair.Start(new Target());
        await Assert.ThrowsAsync<RemoteSerializationException>(() => pair.Client.InvokeAsync<string>("Repeat", Limits.MaxContentBytes).Soon());
        Assert.Equal("a", await pair.Client.InvokeAsync<string>("Repeat", 1).Soon());
    }

    [Fact]
    public async Task Requests_ThousandsWithoutReadingAnswers_PauseTheReaderAndLoseNothing()
    {
        const int Count = 6000;
        const int MaxUnderWay = 1024;
        Target target = new();
        var (rpc, peer) = RawPeer.Connect(target);
        using var first = rpc;
        using var second = peer;
        var sending = Task.Run(async () =>
        {
            for (int i = 0; i < Count; i++) await peer.SendAsync($$"""{"jsonrpc":"2.0","id":{{i}},"method":"Wait"}""");
        });
        await target.ManyStarted(MaxUnderWay).Soon();
        Assert.Equal(MaxUnderWay, target.Started);
        target.Go.SetResult();
        HashSet<string> answers = [];
        for (int i = 0; i < Count; i++) Assert.True(answers.Add(await peer.ReceiveAsync()));
        await sending.Soon();
        Assert.Equal(Count, answers.Count);
    }

    [Fact]
    public async Task Progress_PeerDoesNotRead_IsDroppedAndResultStillComes()
    {
        const int Reports = 50_000;
        Target target = new();
        var (rpc, peer) = RawPeer.Connect(target);
        using var first = rpc;
        using var second = peer;
        await peer.SendAsync($$"""{"jsonrpc":"2.0","id":1,"method":"Flood","params":[{{Reports}},0]}""");
        await target.Flooded.Task.Soon();
        int notifications = 0;
        while (await peer.ReceiveAsync() is var message && message.Contains("$/progress", StringComparison.Ordinal)) notifications++;
        // What the pipe holds, and what may wait: far less than was reported.
        Assert.InRange(notifications, 1024, Reports / 10);
    }

    private static byte[] Request(int? length = null)
    {
        const string Frame = """{"jsonrpc":"2.0","id":1,"method":"Length","params":["@"]}""";
        return RawPeer.Frame(Frame.Replace("@", new string('a', (length ?? 100) - Frame.Length + 1), StringComparison.Ordinal));
    }

    private static async Task<bool> IsAnsweredAsync(byte[] bytes)
    {
        var (rpc, peer) = RawPeer.Connect(new Target());
        using var first = rpc;
        using var second = peer;
        var sending = peer.SendBytesAsync(bytes);
        var answer = peer.ReceiveAsync();
        try
        {
            return (await answer).StartsWith("""{"jsonrpc":"2.0","id":1,"result":""", StringComparison.Ordinal);
        }
        catch (EndOfStreamException)
        {
            await Assert.ThrowsAsync<BadRpcHeaderException>(() => rpc.Completion.Soon());
            return false;
        }
        finally
        {
            await sending.ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    public sealed class Target
    {
        private readonly TaskCompletionSource _many = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _expected = int.MaxValue;
        private int _started;

        internal TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal TaskCompletionSource Flooded { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal int Started => Volatile.Read(ref _started);

        public int Length(string text) => text.Length;

        public string Repeat(int count) => new('a', count);

        public async Task WaitAsync()
        {
            if (Interlocked.Increment(ref _started) == Volatile.Read(ref _expected)) _many.TrySetResult();
            await Go.Task;
        }

        public void Flood(int reports, IProgress<int> progress)
        {
            for (int i = 0; i < reports; i++) progress.Report(i);
            Flooded.SetResult();
        }

        internal Task ManyStarted(int count)
        {
            Volatile.Write(ref _expected, count);
            if (Started >= count) _many.TrySetResult();
            return _many.Task;
        }
    }
}
