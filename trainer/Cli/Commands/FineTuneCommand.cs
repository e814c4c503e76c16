using System.CommandLine;
using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Models;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.FineTuning;
using PdnColorize.Training.Runs;
using PdnColorize.Training.Samples;

namespace PdnColorize.Trainer.Commands;

/// <summary>pdncolorize-train finetune: brings a model to an artist's style, or goes on with that.</summary>
internal static class FineTuneCommand
{
    public static Command Create()
    {
        TrainingConsole console = new();
        Option<string> from = new("--from") { Description = "The model folder to start from.", Required = true };
        Option<string?> baseData = new("--base") { Description = "A data set of what the model knows already, mixed in so that it is not forgotten." };
        Option<string?> validation = new("--validation") { Description = "A data set of the same style to validate on. Without one, a tenth of the pictures is held back." };
        Settings settings = new("pdncolorize-train config --from MODEL");
        Command command = new("finetune", "Trains a model further, with 20 to 500 pictures of one style. Ctrl+C saves and ends; the same command goes on.") { from, baseData, validation };
        console.AddTo(command);
        settings.AddTo(command);
        // Not on the caller's thread: Ctrl+C is heard only once the action has returned its task.
        command.SetAction((parsed, cancellationToken) => Task.Run(() =>
        {
            ModelFolder model = ModelFolder.Open(parsed.GetValue(from)!);
            string output = console.Output(parsed);
            bool goesOn = RunFolder.Exists(output);
            TrainConfig config = settings.Read(parsed, goesOn ? RunFolder.Open(output).Config : FineTuneDefaults.For(model.Manifest));
            // The run folder comes last: a mistyped path shall not leave one behind.
            ComputeDevice device = console.Device(parsed);
            ShardPictures? Open(string? path) => path is null ? null : new ShardPictures(path, config.CacheMebibytes);
            ShardPictures data = Open(console.Data(parsed))!;
            (ShardPictures? known, ShardPictures? kept) = (Open(parsed.GetValue(baseData)), Open(parsed.GetValue(validation)));
            double? minutes = console.MaxMinutes(parsed);
            RunFolder folder = RunFolder.Create(output, config, model);
            TrainingRun run = TrainingRun.ForFineTuning(folder, data, known, kept, device);
            run.MaxMinutes = minutes;
            string beginning = $"{(goesOn ? "Going on with" : "Beginning")} {folder.FullPath}, {model.Manifest.DisplayName} fine-tuned, on {device}";
            return TrainingConsole.Run(run, beginning, folder.Config, cancellationToken);
        }, CancellationToken.None));
        return command;
    }
}
