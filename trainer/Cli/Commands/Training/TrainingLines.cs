using PdnColorize.Training;
using PdnColorize.Training.Runs;

namespace PdnColorize.Trainer.Commands.Training;

/// <summary>A line every few steps: for logs and pipes.</summary>
/// <param name="output">Where the lines go.</param>
internal sealed class TrainingLines(TextWriter output) : ITrainingDisplay
{
    /// <inheritdoc/>
    public TrainingOutcome Show(TrainingRun run, int logEvery, CancellationToken cancellationToken)
    {
        run.BatchEnd += (_, report) =>
        {
            if (report.Step % logEvery == 0 || report.Step == report.Steps) output.WriteLine(ProgressLine.Of(report));
        };
        run.Validated += (_, report) => output.WriteLine(ProgressLine.Of(report));
        run.Warned += (_, message) => output.WriteLine(message);
        return run.Run(cancellationToken);
    }
}
