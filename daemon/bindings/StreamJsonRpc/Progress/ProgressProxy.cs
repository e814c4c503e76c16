using System.Diagnostics;

namespace StreamJsonRpc.Progress;

/// <summary>What a local method gets for the peer's progress token: each report becomes a notification.</summary>
internal sealed class ProgressProxy<T>(JsonRpc rpc, object token, bool named) : IProgress<T>
{
    /// <summary>
    /// Reports waiting for a peer that does not read; more are dropped, so that memory stays bounded. The package has no such
    /// limit. At the twenty a second that a daemon should send, this is almost a minute.
    /// </summary>
    private const int MaxUnsent = 1024;

    private int _unsent;

    public void Report(T value)
    {
        if (Interlocked.Increment(ref _unsent) > MaxUnsent)
        {
            Interlocked.Decrement(ref _unsent);
            return;
        }

        _ = SendAsync(value);
    }

    private async Task SendAsync(T value)
    {
        try
        {
            await NotifyAsync(value).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // Progress is a courtesy: that it cannot be sent must not end the work that it is about.
            rpc.Trace(TraceEventType.Error, JsonRpc.TraceEvents.ProgressNotificationError, $"Failed to send progress update. {e}");
        }
        finally
        {
            Interlocked.Decrement(ref _unsent);
        }
    }

    private Task NotifyAsync(T value)
    {
        if (!named) return rpc.NotifyAsync(ProgressTracker.Method, new object?[] { token, value }, new[] { token.GetType(), typeof(T) });
        var arguments = new Dictionary<string, object?> { ["token"] = token, ["value"] = value };
        var types = new Dictionary<string, Type> { ["token"] = token.GetType(), ["value"] = typeof(T) };
        return rpc.NotifyWithParameterObjectAsync(ProgressTracker.Method, arguments, types);
    }
}
