using PdnColorize.Protocol.Messages;

namespace PdnColorize.Client.Jobs;

/// <summary>
/// A job's progress as the caller sees it: its fraction never falls, also when the job is begun again after a crash, and an exception of the caller's own
/// code does not take the connection down.
/// </summary>
/// <param name="progress">The caller's.</param>
/// <param name="running">Called at each message from a job that runs; must not block or throw.</param>
internal sealed class JobProgress(IProgress<ColorizeProgress>? progress, Action running) : IProgress<ColorizeProgress>
{
    private double _fraction;

    /// <inheritdoc/>
    public void Report(ColorizeProgress value)
    {
        if (value.Stage is not (ColorizeStage.Queued or ColorizeStage.Loading)) running();
        // The comparison is false for NaN, too.
        if (value.Fraction > _fraction) _fraction = Math.Min(value.Fraction, 1);
        try
        {
            progress?.Report(value with { Fraction = _fraction });
        }
#pragma warning disable CA1031 // Whatever it is, it is the caller's own, on a thread that is not.
        catch
#pragma warning restore CA1031
        {
            // Progress is for the eye; the job goes on.
        }
    }
}
