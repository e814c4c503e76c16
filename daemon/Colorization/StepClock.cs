using System.Diagnostics;

namespace PdnColorize.Colorization;

/// <summary>Times the steps of a colorization and reports their beginnings.</summary>
internal sealed class StepClock(IProgress<ColorizationStep>? progress, CancellationToken cancellationToken)
{
    private readonly List<StepTime> _times = [];
    private ColorizationStep? _current;
    private long _since;

    /// <summary>Ends the step under way and begins the next.</summary>
    public void Begin(ColorizationStep step)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Finish();
        _current = step;
        _since = Stopwatch.GetTimestamp();
        progress?.Report(step);
    }

    /// <summary>Ends the last step and returns all times.</summary>
    public IReadOnlyList<StepTime> End()
    {
        Finish();
        _current = null;
        return _times;
    }

    private void Finish()
    {
        if (_current is { } step) _times.Add(new StepTime(step, Stopwatch.GetElapsedTime(_since).TotalMilliseconds));
    }
}
