namespace StreamJsonRpc.Tests.Support;

/// <summary>Keeps what is reported, in order, on the thread that reports it.</summary>
internal sealed class RecordingProgress<T> : IProgress<T>
{
    private readonly List<T> _values = [];

    public IReadOnlyList<T> Values
    {
        get
        {
            lock (_values) return [.. _values];
        }
    }

    public void Report(T value)
    {
        lock (_values) _values.Add(value);
    }
}
