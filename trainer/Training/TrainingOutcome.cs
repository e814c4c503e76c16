namespace PdnColorize.Training;

/// <summary>How a training ended.</summary>
public enum TrainingOutcome
{
    /// <summary>All steps are done.</summary>
    Finished,

    /// <summary>It was cancelled; everything is saved.</summary>
    Cancelled,

    /// <summary>The minutes granted are used up; everything is saved.</summary>
    OutOfTime,

    /// <summary>A loss or a gradient was no number any more; the last checkpoint is good.</summary>
    Diverged,
}
