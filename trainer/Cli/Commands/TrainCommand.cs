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
            TrainConfig config = settings.Read(parsed, goesOn ? RunFolder.Open(output).Config : null);
            // The run folder comes last: a mistyped path shall not leave one behind.
            ComputeDevice device = console.Device(parsed);
            ShardPictures data = new(console.Data(parsed), config.CacheMebibytes);
            ShardPictures? validationData = parsed.GetValue(validation) is { } path ? new ShardPictures(path, config.CacheMebibytes) : null;
            double? minutes = console.MaxMinutes(parsed);
            RunFolder folder = RunFolder.Create(output, config);
            TrainingRun run = new(folder, data, validationData, device) { MaxMinutes = minutes };
            string beginning = $"{(goesOn ? "Going on with" : "Beginning")} {folder.FullPath} on {device}";
            return TrainingConsole.Run(run, beginning, folder.Config, cancellationToken);
        }, CancellationToken.None));
        return command;
    }
}
