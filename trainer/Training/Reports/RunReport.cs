using System.Diagnostics;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.Reports.Sheets;
using PdnColorize.Training.Runs;

namespace PdnColorize.Training.Reports;

/// <summary>Keeps the report of a run up to date: <c>report.html</c>, and its sheets in <c>samples</c>.</summary>
/// <param name="folder">The run.</param>
internal sealed class RunReport(RunFolder folder)
{
    /// <summary>How often the curves are renewed between validations.</summary>
    private static readonly TimeSpan RenewEvery = TimeSpan.FromMinutes(2);

    private readonly SheetFolder _sheets = new(folder.SamplesFolder);
    private StepReport? _last;
    private long _written;

    /// <summary>When the page could not be written, with the reason; training goes on without it.</summary>
    public event EventHandler<string>? Failed;

    /// <summary>Removes what a resumed stage will do again.</summary>
    public void Forget(int stage, long afterStep) => Try(() => _sheets.Forget(stage, afterStep));

    /// <summary>Takes note of a step; every few minutes the page is renewed.</summary>
    public void Add(StepReport report)
    {
        bool first = _last is null;
        _last = report;
        if (first || Stopwatch.GetElapsedTime(_written) >= RenewEvery) Write(RunState.Running);
    }

    /// <summary>Adds a validation and renews the page.</summary>
    public void Add(ValidationReport report)
    {
        if (report.Samples.Count > 0) Try(() => _sheets.Add(report.Stage, report.Step, report.Samples));
        Write(RunState.Running);
    }

    /// <summary>Writes the last page.</summary>
    public void End(TrainingOutcome outcome) => Write(outcome switch
    {
        TrainingOutcome.Finished => RunState.Finished,
        TrainingOutcome.Diverged => RunState.Diverged,
        _ => RunState.Stopped,
    });

    private void Write(RunState state)
    {
        // A run that was finished before has its report.
        if (_last is null) return;
        Try(() =>
        {
            string page = ReportPage.Write(Content(state, _last));
            string temporary = folder.ReportFile + ".tmp";
            File.WriteAllText(temporary, page);
            File.Move(temporary, folder.ReportFile, overwrite: true);
        });
        _written = Stopwatch.GetTimestamp();
    }

    private ReportContent Content(RunState state, StepReport last)
    {
        TrainConfig config = folder.Config;
        TrainConfig standard = TrainConfig.Default(config.Preset);
        MetricsTable metrics = MetricsTable.Read(folder.MetricsFile);
        long earlier = last.Stage == 1 ? 0 : metrics.RowsOf(1, MetricsTable.Step).Select(row => (long)metrics.At(row, MetricsTable.Step)!.Value).DefaultIfEmpty().Max();
        return new ReportContent
        {
            Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder.FullPath)),
            State = state,
            Updated = DateTimeOffset.Now,
            Facts = new RunFacts(
                last.Stage,
                last.Step,
                last.Steps,
                (earlier * config.BatchOf(1)) + (last.Step * config.BatchOf(last.Stage)),
                last.PicturesPerSecond,
                last.WaitedShare,
                last.Remaining,
                TimeSpan.FromSeconds(last.Seconds)),
            Metrics = metrics,
            Sheets = ((int[])[1, 2]).ToDictionary(stage => stage, _sheets.Shown),
            Changes = [.. ConfigKeys.All.Select(key => (key.Name, Value: key.Write(config), Default: key.Write(standard))).Where(key => key.Value != key.Default)],
            Config = ConfigFile.Write(config),
        };
    }

    /// <summary>A page that cannot be written, for instance because another program holds it, is no reason to end a training of many hours.</summary>
    private void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or TrainingException)
        {
            Failed?.Invoke(this, $"The report cannot be brought up to date: {e.Message} Training goes on.");
        }
    }
}
