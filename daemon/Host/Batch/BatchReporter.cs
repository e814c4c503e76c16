using PdnColorize.Host.Commands;
using Spectre.Console;

namespace PdnColorize.Host.Batch;

/// <summary>Shows how a batch goes: a progress bar on a terminal, lines elsewhere, JSON if asked for. Results go to standard output, the rest to standard error.</summary>
internal sealed class BatchReporter(bool json)
{
    private readonly IAnsiConsole _terminal = Terminal.Error;

    private bool IsInteractive => !json && _terminal.Profile.Capabilities.Interactive;

    /// <summary>Shows that a model is being loaded.</summary>
    public T WhileLoading<T>(Func<T> load) => IsInteractive ? _terminal.Status().Start("Loading the model", _ => load()) : load();

    /// <summary>Runs all jobs and returns the exit code.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public int WhileRunning(IReadOnlyList<PictureJob> jobs, BatchRunner runner, CancellationToken cancellationToken)
    {
        List<PictureReport> reports = [];
        if (!IsInteractive)
        {
            foreach (PictureJob job in jobs)
            {
                reports.Add(runner.Run(job, null, cancellationToken));
                Print(reports[^1]);
            }

            return ExitCodeOf(reports);
        }

        try
        {
            RunWithProgressBar(jobs, runner, reports, cancellationToken);
        }
        finally
        {
            // Also when cancelled: what is done is done.
            foreach (PictureReport report in reports) Print(report);
        }

        return ExitCodeOf(reports);
    }

    /// <summary>0 if all is well; the failure's own code for a single picture; 'some failed' for several.</summary>
    public static int ExitCodeOf(IReadOnlyList<PictureReport> reports) => reports switch
    {
        _ when reports.All(report => report.Ok) => ExitCode.Done,
        [{ Error: { } error }] => error.ExitCode,
        _ => ExitCode.SomeFailed,
    };

    private void RunWithProgressBar(
        IReadOnlyList<PictureJob> jobs, BatchRunner runner, List<PictureReport> reports, CancellationToken cancellationToken)
    {
        ProgressColumn[] columns = [new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()];
        _terminal.Progress().AutoClear(true).Columns(columns).Start(context =>
        {
            ProgressTask all = context.AddTask("Colouring", maxValue: jobs.Count);
            foreach (PictureJob job in jobs)
            {
                all.Description = Markup.Escape(Path.GetFileName(job.Input));
                int done = reports.Count;
                reports.Add(runner.Run(job, new ShareProgress(share => all.Value = done + share), cancellationToken));
                all.Value = reports.Count;
            }
        });
    }

    private void Print(PictureReport report)
    {
        if (json)
            Console.Out.WriteLine(ReportJson.Serialize(report));
        else if (report.Ok)
            Console.Out.WriteLine($"{report.Output} ({report.Width} x {report.Height}, {DescribeGuesses(report)}{Describe(report)}, {report.Milliseconds!["total"]:0} ms)");
        else
            Console.Error.WriteLine($"{report.Input}: {report.Error!.Message}");
    }

    private static string DescribeGuesses(PictureReport report) => report.Guesses switch
    {
        null => "",
        [var only] => $"1 guess: {only.Output}, ",
        { } several => $"{several.Count} guesses: {several[0].Output} to {several[^1].Output}, ",
    };

    private static string Describe(PictureReport report) => report.HintCount switch
    {
        0 => "no hints",
        1 => "1 hint",
        _ => $"{report.HintCount} hints",
    };

    /// <summary>Reports in the thread that colours; <see cref="Progress{T}"/> would report later, from another one.</summary>
    private sealed class ShareProgress(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
