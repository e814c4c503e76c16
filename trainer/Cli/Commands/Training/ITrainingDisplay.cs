using PdnColorize.Training;
using PdnColorize.Training.Runs;

namespace PdnColorize.Trainer.Commands.Training;

/// <summary>Shows a training while it runs.</summary>
internal interface ITrainingDisplay
{
    /// <summary>Trains and shows it.</summary>
    /// <param name="run">The training.</param>
    /// <param name="logEvery">Steps between two lines where lines are shown.</param>
    /// <param name="cancellationToken">Ends the training.</param>
    TrainingOutcome Show(TrainingRun run, int logEvery, CancellationToken cancellationToken);
}
