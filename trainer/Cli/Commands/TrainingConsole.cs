using System.CommandLine;
using PdnColorize.Colorization.Devices;
using PdnColorize.Trainer.Commands.Training;
using PdnColorize.Training;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.Runs;
using Spectre.Console;

namespace PdnColorize.Trainer.Commands;

/// <summary>The options that train and finetune share, and what the console shows of either.</summary>
internal sealed class TrainingConsole
{
    private readonly Option<string> _data = new("--data") { Description = "The data set to train on: a folder that 'dataset build' wrote.", Required = true };
    private readonly Option<string> _output = new("--output", "-o") { Description = "The run folder. If it holds a run, that run goes on.", Required = true };
    private readonly Option<string> _device = new("--device") { Description = "auto, cpu, cuda or cuda:N.", DefaultValueFactory = _ => "auto" };

    public void AddTo(Command command)
    {
        command.Options.Add(_data);
        command.Options.Add(_output);
        command.Options.Add(_device);
    }

    public string Data(ParseResult parsed) => parsed.GetValue(_data)!;

    public string Output(ParseResult parsed) => parsed.GetValue(_output)!;

    public ComputeDevice Device(ParseResult parsed) => ComputeDevice.Parse(parsed.GetValue(_device)!);

    /// <summary>Trains and prints how it goes.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(TrainingRun run, string beginning, TrainConfig config, CancellationToken cancellationToken)
    {
        Console.Out.WriteLine($"{beginning}: {run.TrainingCount} pictures, {run.ValidationCount} for validation.");
        bool isTerminal = AnsiConsole.Profile.Capabilities.Interactive && AnsiConsole.Profile.Capabilities.Ansi && !Console.IsOutputRedirected;
        ITrainingDisplay display = isTerminal ? new TrainingPanel(AnsiConsole.Console) : new TrainingLines(Console.Out);
        TrainingOutcome outcome = display.Show(run, config.LogEvery, cancellationToken);
        Console.Out.WriteLine(outcome switch
        {
            TrainingOutcome.Finished => "Finished.",
            TrainingOutcome.Cancelled => "Cancelled; everything is saved. The same command goes on.",
            TrainingOutcome.OutOfTime => "The time is over; everything is saved. The same command goes on.",
            _ => $"The losses are no numbers any more. The last checkpoint is good: go on from it with a lower rate, for instance --set learningRate={config.LearningRate / 2}.",
        });
        if (File.Exists(run.ReportFile)) Console.Out.WriteLine($"Curves and pictures: {run.ReportFile}");
        return outcome == TrainingOutcome.Diverged ? ExitCode.Diverged : ExitCode.Done;
    }
}
