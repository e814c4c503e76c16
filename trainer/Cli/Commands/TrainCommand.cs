using System.CommandLine;
using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Safetensors;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.Reading;
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
        Option<TrainedNetwork> stage = new("--stage") { Description = "What to train: colors (the stages that the setting 'stages' says) or reading (where colours end in a drawing)." };
        Option<string?> start = new("--start") { Description = "For --stage reading: a file with the weights to begin with, such as another model's reading.safetensors." };
        Settings settings = new();
        Command command = new("train", "Trains a model. Ctrl+C saves and ends; the same command goes on.") { validation, stage, start };
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
            if (parsed.GetValue(stage) == TrainedNetwork.Reading)
            {
                using ReadingTrainer reading = new(folder, data, validationData, device);
                if (parsed.GetValue(start) is { } weights) reading.StartFrom(SafetensorsFile.Read(weights));
                return TrainingConsole.Run(reading, minutes ?? config.MaxMinutes, cancellationToken);
            }

            TrainingRun run = new(folder, data, validationData, device) { MaxMinutes = minutes };
            string beginning = $"{(goesOn ? "Going on with" : "Beginning")} {folder.FullPath} on {device}";
            return TrainingConsole.Run(run, beginning, folder.Config, cancellationToken);
        }, CancellationToken.None));
        return command;
    }

    /// <summary>The networks that can be trained.</summary>
    private enum TrainedNetwork
    {
        Colors,
        Reading,
    }
}
