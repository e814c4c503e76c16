using StreamJsonRpc.Protocol;

namespace StreamJsonRpc.Progress;

/// <summary>The progress objects that local callers sent along with requests, by token, for as long as their request runs.</summary>
internal sealed class ProgressTracker
{
    public const string Method = "$/progress";

    private readonly Lock _lock = new();
    private readonly Dictionary<long, Entry> _byToken = [];
    private readonly Dictionary<RequestId, List<Entry>> _byRequest = [];
    private long _nextToken;

    /// <summary>What <paramref name="type"/> reports, when it is or implements one <see cref="IProgress{T}"/>; otherwise null.</summary>
    public static Type? ReportedType(Type type)
    {
        var interfaces = type.IsInterface ? type.GetInterfaces().Append(type) : type.GetInterfaces();
        return interfaces.FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IProgress<>))?.GetGenericArguments()[0];
    }

    /// <summary>The token of a progress object; the same one when it is written again for the same request.</summary>
    /// <exception cref="NotSupportedException">Progress was put into something other than a request, which alone has an end.</exception>
    public long Track(RequestId request, object progress)
    {
        if (request.IsEmpty) throw new NotSupportedException("Progress can be passed in requests only, not in notifications or results.");
        lock (_lock)
        {
            if (!_byRequest.TryGetValue(request, out var entries)) _byRequest.Add(request, entries = []);
            if (entries.Find(e => ReferenceEquals(e.Progress, progress)) is { } known) return known.Token;
            Entry entry = new(_nextToken++, progress, ReportedType(progress.GetType())!);
            entries.Add(entry);
            _byToken.Add(entry.Token, entry);
            return entry.Token;
        }
    }

    /// <summary>The request was answered or never sent: what still comes is dropped.</summary>
    public void Forget(RequestId request)
    {
        lock (_lock)
        {
            if (!_byRequest.Remove(request, out var entries)) return;
            foreach (var entry in entries) _byToken.Remove(entry.Token);
        }
    }

    /// <summary>Hands the value of a <c>$/progress</c> notification, positional or named, to the object that it is for.</summary>
    public void Report(JsonRpcRequest notification)
    {
        if (!notification.TryGetArgumentByNameOrIndex("token", 0, typeof(long), out object? token)) return;
        Entry? entry;
        lock (_lock)
        {
            if (!_byToken.TryGetValue((long)token!, out entry)) return;
        }

        if (!notification.TryGetArgumentByNameOrIndex("value", 1, entry.Reported, out object? value)) return;
        typeof(IProgress<>).MakeGenericType(entry.Reported).GetMethod(nameof(IProgress<>.Report))!.Invoke(entry.Progress, [value]);
    }

    private sealed record Entry(long Token, object Progress, Type Reported);
}
