using PdnColorize.Datasets;
using Spectre.Console;

namespace PdnColorize.Trainer.Commands.Dataset;

/// <summary>Bars with the share done and the time left; a line every few seconds where the output is no terminal.</summary>
internal static class DatasetProgressBar
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(10);

    /// <summary>Shows the progress of some work while it runs.</summary>
    public static async Task<T> RunAsync<T>(Func<IProgress<DatasetProgress>, Task<T>> work)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive || Console.IsOutputRedirected) return await work(new Lines());
        return await AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => work(new Bars(context)));
    }

    private static string Name(DatasetPhase phase) => phase == DatasetPhase.Scanning ? "Looking at pictures" : "Drawing line art";

    private sealed class Bars(ProgressContext context) : IProgress<DatasetProgress>
    {
        private readonly Dictionary<DatasetPhase, ProgressTask> _tasks = [];

        public void Report(DatasetProgress value)
        {
            lock (_tasks)
            {
                // What an earlier run had done took no time now: it must not count for the time left.
                if (!_tasks.TryGetValue(value.Phase, out ProgressTask? task)) _tasks.Add(value.Phase, task = context.AddTask(Name(value.Phase)));
                task.MaxValue = Math.Max(1, value.Total - value.Kept);
                task.Value = value.Done - value.Kept;
                task.Description = value.Rejected == 0 ? Name(value.Phase) : $"{Name(value.Phase)} ({value.Rejected} left out)";
            }
        }
    }

    private sealed class Lines : IProgress<DatasetProgress>
    {
        private readonly Lock _lock = new();
        private long _lastLine = System.Diagnostics.Stopwatch.GetTimestamp();

        public void Report(DatasetProgress value)
        {
            lock (_lock)
            {
                if (System.Diagnostics.Stopwatch.GetElapsedTime(_lastLine) < LineEvery && value.Done < value.Total) return;
                _lastLine = System.Diagnostics.Stopwatch.GetTimestamp();
                Console.Out.WriteLine($"{Name(value.Phase)}: {value.Done} of {value.Total}, {value.Rejected} left out.");
            }
        }
    }
}
