using System.Diagnostics;
using System.Globalization;
using PdnColorize.Training.Evaluation;
using Spectre.Console;

namespace PdnColorize.Trainer.Commands.Evaluation;

/// <summary>A bar with the time left; a line every few seconds where the output is no terminal.</summary>
internal static class EvaluationProgressBar
{
    private const string Name = "Colouring drawings";
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(10);

    /// <summary>Shows the progress of some work while it runs.</summary>
    public static T Run<T>(Func<IProgress<EvaluationProgress>, T> work)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive || Console.IsOutputRedirected) return work(new Lines());
        return AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => work(new Bar(context.AddTask(Name))));
    }

    private sealed class Bar(ProgressTask task) : IProgress<EvaluationProgress>
    {
        public void Report(EvaluationProgress value)
        {
            task.MaxValue = value.Total;
            task.Value = value.Done;
        }
    }

    private sealed class Lines : IProgress<EvaluationProgress>
    {
        private readonly long _start = Stopwatch.GetTimestamp();
        private long _lastLine = Stopwatch.GetTimestamp();

        public void Report(EvaluationProgress value)
        {
            if (Stopwatch.GetElapsedTime(_lastLine) < LineEvery && value.Done < value.Total) return;
            _lastLine = Stopwatch.GetTimestamp();
            TimeSpan left = Stopwatch.GetElapsedTime(_start) * (value.Total - value.Done) / value.Done;
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Name}: {value.Done} of {value.Total}, {left:h\\:mm\\:ss} left."));
        }
    }
}
