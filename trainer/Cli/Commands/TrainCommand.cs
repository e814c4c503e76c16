using System.CommandLine;
using PdnColorize.Colorization.Devices;
using PdnColorize.Trainer.Commands.Training;
using PdnColorize.Training;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.Runs;
using PdnColorize.Training.Samples;
using Spectre.Console;

namespace PdnColorize.Trainer.Commands;

/// <summary>pdncolorize-train train: trains a model, or goes on with it.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        Option<string> data = new("--data") { Description = "The data set to train on: a folder that 'dataset build' wrote.", Required = true };
        Option<string?> validation = new("--validation") { Description = "A data set to validate on. Without one, a twentieth of the groups is held back." };
        Option<string> output = new("--output", "-o") { Description = "The run folder. If it holds a run, that run goes on.", Required = true };
        Option<string> device = new("--device") { Description = "auto, cpu, cuda or cuda:N.", DefaultValueFactory = _ => "auto" };
        Settings settings = new();
        Command command = new("train", "Trains a model. Ctrl+C saves and ends; the same command goes on.") { data, validation, output, device };
        settings.AddTo(command);
        // On another thread: signals are listened to only once the action has returned its task.
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () => Run(
                parsed.GetValue(data)!, parsed.GetValue(validation), parsed.GetValue(output)!, parsed.GetValue(device)!,
                start => settings.Read(parsed, start), cancellationToken),
            CancellationToken.None));
        return command;
    }

    private static int Run(
        string data, string? validation, string output, string device, Func<TrainConfig?, TrainConfig> configure, CancellationToken cancellationToken)
    {
        bool goesOn = File.Exists(Path.Combine(output, ConfigFile.FileName));
        RunFolder folder = RunFolder.Create(output, configure(goesOn ? RunFolder.Open(output).Config : null));
        TrainConfig config = folder.Config;
        ComputeDevice compute = ComputeDevice.Parse(device);
        TrainingRun run = new(
            folder,
            new ShardPictures(data, config.CacheMebibytes),
            validation is null ? null : new ShardPictures(validation, config.CacheMebibytes),
            compute);
        Console.Out.WriteLine($"{(goesOn ? "Going on with" : "Beginning")} {folder.FullPath} on {compute}: {run.TrainingCount} pictures, {run.ValidationCount} for validation.");
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
        if (File.Exists(folder.ReportFile)) Console.Out.WriteLine($"Curves and pictures: {folder.ReportFile}");
        return outcome == TrainingOutcome.Diverged ? ExitCode.Diverged : ExitCode.Done;
    }
}
