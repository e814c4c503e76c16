using System.CommandLine;
using PdnColorize.Colorization.Devices;
using PdnColorize.Trainer.Commands.Training;
using PdnColorize.Training;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.Reading;
using PdnColorize.Training.Runs;
using Spectre.Console;

namespace PdnColorize.Trainer.Commands;

/// <summary>The options that train and finetune share, and what the console shows of either.</summary>
internal sealed class TrainingConsole
{
    private readonly Option<string> _data = new("--data") { Description = "The data set to train on: a folder that 'dataset build' wrote.", Required = true };
    private readonly Option<string> _output = new("--output", "-o") { Description = "The run folder. If it holds a run, that run goes on.", Required = true };
    private readonly Option<string> _device = new("--device") { Description = "auto, cpu, cuda or cuda:N.", DefaultValueFactory = _ => "auto" };

    private readonly Option<double?> _maxMinutes = new("--max-minutes") { Description = "Saves and ends after so many minutes, this time; --set maxMinutes=N does so each time." };

    public void AddTo(Command command)
    {
        command.Options.Add(_data);
        command.Options.Add(_output);
        command.Options.Add(_device);
        command.Options.Add(_maxMinutes);
    }

    public string Data(ParseResult parsed) => parsed.GetValue(_data)!;

    public string Output(ParseResult parsed) => parsed.GetValue(_output)!;

    public ComputeDevice Device(ParseResult parsed) => ComputeDevice.Parse(parsed.GetValue(_device)!);

    /// <summary>The minutes of this call alone; null leaves it to the settings.</summary>
    /// <exception cref="TrainingException">The number is not allowed.</exception>
    public double? MaxMinutes(ParseResult parsed)
    {
        if (parsed.GetValue(_maxMinutes) is not { } minutes) return null;
        (new TrainConfig() with { MaxMinutes = minutes }).Validate();
        return minutes;
    }

    /// <summary>Trains and prints how it goes.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(TrainingRun run, string beginning, TrainConfig config, CancellationToken cancellationToken)
    {
        Console.Out.WriteLine($"{beginning}: {run.TrainingCount} pictures, {run.ValidationCount} for validation.");
        bool isTerminal = AnsiConsole.Profile.Capabilities.Interactive && AnsiConsole.Profile.Capabilities.Ansi && !Console.IsOutputRedirected;
        ITrainingDisplay display = isTerminal ? new TrainingPanel(AnsiConsole.Console) : new TrainingLines(Console.Out);
        int exitCode = Conclude(display.Show(run, config.LogEvery, cancellationToken), config.LearningRate / 2, "learningRate");
        if (File.Exists(run.ReportFile)) Console.Out.WriteLine($"Curves and pictures: {run.ReportFile}");
        return exitCode;
    }

    /// <summary>Trains the network that reads drawings, and prints how it goes.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(ReadingTrainer trainer, double maxMinutes, CancellationToken cancellationToken)
    {
        trainer.Progressed += (_, line) => Console.Out.WriteLine(line);
        return Conclude(trainer.Run(maxMinutes, cancellationToken), 5e-4, "readingRate");
    }

    private static int Conclude(TrainingOutcome outcome, double lowerRate, string rateName)
    {
        Console.Out.WriteLine(outcome switch
        {
            TrainingOutcome.Finished => "Finished.",
            TrainingOutcome.Cancelled => "Cancelled; everything is saved. The same command goes on.",
            TrainingOutcome.OutOfTime => "The time is over; everything is saved. The same command goes on.",
            _ => $"Training diverged: the loss is not a number. The last checkpoint is good: go on from it with a lower rate, for instance --set {rateName}={lowerRate}.",
        });
        return outcome == TrainingOutcome.Diverged ? ExitCode.Diverged : ExitCode.Done;
    }
}
