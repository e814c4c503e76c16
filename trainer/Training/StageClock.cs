using System.Diagnostics;

namespace PdnColorize.Training;

/// <summary>Keeps the time of a stage.</summary>
/// <param name="earlierSeconds">Seconds of training before a resumption.</param>
internal sealed class StageClock(double earlierSeconds)
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private TimeSpan _paused;
    private long _pictures;
    private long _steps;

    /// <summary>Seconds of training in all.</summary>
    public double Seconds => earlierSeconds + Stopwatch.GetElapsedTime(_started).TotalSeconds;

    /// <summary>Pictures a second, without the time for validation and saving.</summary>
    public double PicturesPerSecond => _pictures / Math.Max(1e-6, TrainingTime.TotalSeconds);

    private TimeSpan TrainingTime => Stopwatch.GetElapsedTime(_started) - _paused;

    /// <summary>Counts a step.</summary>
    public void Count(int pictures) => (_pictures, _steps) = (_pictures + pictures, _steps + 1);

    /// <summary>Share of the training time.</summary>
    public double ShareOf(TimeSpan time) => time / TrainingTime;

    /// <summary>How long so many steps will take.</summary>
    public TimeSpan TimeFor(long steps) => TrainingTime * ((double)steps / Math.Max(1, _steps));

    /// <summary>Does something that is no training.</summary>
    public void Pause(Action action)
    {
        long started = Stopwatch.GetTimestamp();
        action();
        _paused += Stopwatch.GetElapsedTime(started);
    }
}
