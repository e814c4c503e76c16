using System.CommandLine;
using PdnColorize.Colorization.Devices;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.Runs;
using PdnColorize.Training.Samples;

namespace PdnColorize.Trainer.Commands;

/// <summary>pdncolorize-train train: trains a model, or goes on with it.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        TrainingConsole console = new();
        Option<string?> validation = new("--validation") { Description = "A data set to validate on. Without one, a twentieth of the groups is held back." };
        Settings settings = new();
        Command command = new("train", "Trains a model. Ctrl+C saves and ends; the same command goes on.") { validation };
        console.AddTo(command);
        settings.AddTo(command);
        // Not on the caller's thread: Ctrl+C is heard only once the action has returned its task.
        command.SetAction((parsed, cancellationToken) => Task.Run(() =>
        {
            string output = console.Output(parsed);
            bool goesOn = RunFolder.Exists(output);
            RunFolder folder = RunFolder.Create(output, settings.Read(parsed, goesOn ? RunFolder.Open(output).Config : null));
            TrainConfig config = folder.Config;
            ComputeDevice device = console.Device(parsed);
            TrainingRun run = new(
                folder,
                new ShardPictures(console.Data(parsed), config.CacheMebibytes),
                parsed.GetValue(validation) is { } path ? new ShardPictures(path, config.CacheMebibytes) : null,
                device);
            string beginning = $"{(goesOn ? "Going on with" : "Beginning")} {folder.FullPath} on {device}";
            return TrainingConsole.Run(run, beginning, config, cancellationToken);
        }, CancellationToken.None));
        return command;
    }
}
