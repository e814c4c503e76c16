namespace PdnColorize.Training.Reports;

/// <summary>Where a run stands, in numbers.</summary>
/// <param name="Stage">The stage in training, 1 or 2.</param>
/// <param name="Step">Steps taken in it.</param>
/// <param name="Steps">Its steps in all.</param>
/// <param name="PicturesSeen">Samples that both stages learned from.</param>
/// <param name="PicturesPerSecond">Pace since training was started or resumed.</param>
/// <param name="WaitedShare">Share of the time spent waiting for samples.</param>
/// <param name="Remaining">Time to the stage's last step at that pace.</param>
/// <param name="Trained">Time the stage has been trained in all.</param>
internal sealed record RunFacts(
    int Stage, long Step, long Steps, long PicturesSeen, double PicturesPerSecond, double WaitedShare, TimeSpan Remaining, TimeSpan Trained);
