using System.Diagnostics;
using PdnColorize.Training;
using PdnColorize.Training.Runs;
using Spectre.Console;

namespace PdnColorize.Trainer.Commands.Training;

/// <summary>A panel at the bottom of the terminal that is renewed in place; each validation stays above it as a line.</summary>
/// <param name="console">The terminal.</param>
internal sealed class TrainingPanel(IAnsiConsole console) : ITrainingDisplay
{
    /// <summary>More often than this nobody can read, and a small network takes hundreds of steps a second.</summary>
    private static readonly TimeSpan RenewEvery = TimeSpan.FromMilliseconds(250);

    private readonly TrainingPanelView _view = new();

    /// <inheritdoc/>
    public TrainingOutcome Show(TrainingRun run, int logEvery, CancellationToken cancellationToken) =>
        console.Live(_view.Render()).AutoClear(false).Start(context => Show(run, context, cancellationToken));

    private TrainingOutcome Show(TrainingRun run, LiveDisplayContext context, CancellationToken cancellationToken)
    {
        long renewed = 0;
        void Renew()
        {
            renewed = Stopwatch.GetTimestamp();
            context.UpdateTarget(_view.Render());
        }

        using CancellationTokenRegistration cancelled = cancellationToken.Register(() => (_view.State, _view.IsEnding) = ("saving after this step ...", true));
        run.BatchEnd += (_, report) =>
        {
            _view.Add(report);
            if (report.Step == report.Steps || Stopwatch.GetElapsedTime(renewed) >= RenewEvery) Renew();
        };
        run.Validating += (_, _) =>
        {
            _view.State = "validating ...";
            Renew();
        };
        run.Validated += (_, report) =>
        {
            _view.Add(report);
            WriteAbove(ProgressLine.Of(report));
            Renew();
        };
        run.Warned += (_, message) => WriteAbove(message);
        TrainingOutcome outcome = run.Run(cancellationToken);
        _view.State = "";
        Renew();
        return outcome;
    }

    /// <summary>Writes over the panel, which then is drawn anew below. A grid fills its lines to their ends, so that nothing of the panel is left in them.</summary>
    private void WriteAbove(string line) => console.Write(new Grid().Expand().AddColumn(new GridColumn().PadLeft(0)).AddRow(new Text(line)));
}
