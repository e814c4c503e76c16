namespace PdnColorize.Training.Reports;

/// <summary>How a run stands.</summary>
internal enum RunState
{
    /// <summary>It trains.</summary>
    Running,

    /// <summary>All steps are done.</summary>
    Finished,

    /// <summary>It was cancelled or its time is over; it can go on.</summary>
    Stopped,

    /// <summary>Its losses are no numbers any more.</summary>
    Diverged,
}
