using System.Diagnostics;
using System.IO.Pipes;
using System.Text;

namespace PdnColorize.DaemonTests.Support;

/// <summary>A caller on the bare pipe that keeps everything it is told, so that answers can be counted.</summary>
internal sealed class RawCaller : IAsyncDisposable
{
    private readonly NamedPipeClientStream _pipe;
    private readonly StringBuilder _received = new();

    /// <summary>Takes a connection over.</summary>
    public RawCaller(NamedPipeClientStream pipe)
    {
        _pipe = pipe;
        Ended = Task.Run(ReadAsync);
    }

    /// <summary>Completes when the daemon has closed the connection.</summary>
    public Task Ended { get; }

    /// <summary>All that came.</summary>
    public string Received
    {
        get
        {
            lock (_received) return _received.ToString();
        }
    }

    /// <summary>Takes a connection over and says hello.</summary>
    public static async Task<RawCaller> GreetAsync(NamedPipeClientStream pipe)
    {
        RawCaller caller = new(pipe);
        await caller.SendAsync(Frames.Hello);
        await caller.WaitForAsync("\"id\":1,");
        return caller;
    }

    public async Task SendAsync(string json) => await _pipe.WriteAsync(Frames.Of(json));

    /// <summary>Sends several messages at once.</summary>
    public async Task SendAsync(IEnumerable<string> messages) => await _pipe.WriteAsync(messages.SelectMany(Frames.Of).ToArray());

    /// <summary>Waits until a text has come.</summary>
    /// <returns>How long that took.</returns>
    public async Task<TimeSpan> WaitForAsync(string text)
    {
        long began = Stopwatch.GetTimestamp();
        while (!Received.Contains(text, StringComparison.Ordinal))
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < RunningDaemon.Patience, $"'{text}' is not in '{Received}'.");
            await Task.Delay(1);
        }

        return Stopwatch.GetElapsedTime(began);
    }

    public async ValueTask DisposeAsync()
    {
        await _pipe.DisposeAsync();
        await Ended;
    }

    private async Task ReadAsync()
    {
        byte[] buffer = new byte[4096];
        try
        {
            while (await _pipe.ReadAsync(buffer) is > 0 and var count)
            {
                lock (_received) _received.Append(Encoding.UTF8.GetString(buffer, 0, count));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // Closed by either side.
        }
    }
}
