namespace PdnColorize.Host.Tests.Serving;

/// <summary>A clock whose timers are early by a millisecond, as the system's are now and then.</summary>
internal sealed class HastyTime(TimeProvider time) : TimeProvider
{
    private static readonly TimeSpan Haste = TimeSpan.FromMilliseconds(1);

    public override long TimestampFrequency => time.TimestampFrequency;

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new HastyTimer(time.CreateTimer(callback, state, dueTime, period));

    private sealed class HastyTimer(ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime > Haste ? dueTime - Haste : dueTime, period);

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
