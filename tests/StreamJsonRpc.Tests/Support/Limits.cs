namespace StreamJsonRpc.Tests.Support;

/// <summary>How long tests wait for what must happen: long enough for a busy machine, short enough to report a hang.</summary>
internal static class Limits
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Waits, and fails when the wait takes too long.</summary>
    public static Task Soon(this Task task) => task.WaitAsync(Patience);

    /// <inheritdoc cref="Soon(Task)"/>
    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(Patience);
}
