using PdnColorize.Training.Losses;

namespace PdnColorize.Training;

/// <summary>What happened in a step of training.</summary>
/// <param name="Stage">The stage, 1 or 2.</param>
/// <param name="Step">Steps taken, this one included.</param>
/// <param name="Steps">Steps of the stage in all.</param>
/// <param name="LearningRate">The rate.</param>
/// <param name="Losses">The losses.</param>
/// <param name="GradientNorm">Norm of the gradient before it was clipped.</param>
/// <param name="PicturesPerSecond">Pace since training was started or resumed.</param>
/// <param name="WaitedShare">Share of that time spent waiting for samples.</param>
/// <param name="Remaining">Time to the last step at that pace.</param>
/// <param name="Seconds">Seconds of training in all, those before a resumption included.</param>
public sealed record StepReport(
    int Stage,
    long Step,
    long Steps,
    double LearningRate,
    LossParts Losses,
    double GradientNorm,
    double PicturesPerSecond,
    double WaitedShare,
    TimeSpan Remaining,
    double Seconds);
