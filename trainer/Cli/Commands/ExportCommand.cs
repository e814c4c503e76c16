using System.CommandLine;
using PdnColorize.Colorization.Models;
using PdnColorize.Training.Export;
using PdnColorize.Training.Runs;

namespace PdnColorize.Trainer.Commands;

/// <summary>pdncolorize-train export: makes a model folder of a run.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        Argument<string> run = new("RUN") { Description = "The run folder." };
        Option<ExportedCheckpoint> checkpoint = new("--checkpoint")
        {
            Description = "best: the one with the best validation. last: for a run whose settings were changed on the way.",
            DefaultValueFactory = _ => ExportedCheckpoint.Best,
        };
        Option<string?> stagesFrom = new("--stages-from") { Description = "For a run that trained the reading network alone: the model whose stages are taken; its licence and credits stay." };
        CardOptions card = new();
        Command command = new("export", "Makes a model folder of a run's checkpoints.") { run, checkpoint, stagesFrom };
        card.AddTo(command);
        command.SetAction(parsed =>
        {
            RunFolder source = RunFolder.Open(parsed.GetValue(run)!);
            ModelFolder? stages = parsed.GetValue(stagesFrom) is { } path ? ModelFolder.Open(path) : null;
            string? licence = source.BaseLicence ?? stages?.Manifest.Licence;
            ModelManifest manifest = ModelExport.Write(source, card.Folder(parsed), card.Card(parsed, licence), card.Replace(parsed), parsed.GetValue(checkpoint), stages);
            Console.Out.WriteLine($"Wrote {manifest.Name} to {card.Folder(parsed)}: {manifest.Stages.Count} {(manifest.Stages.Count == 1 ? "stage" : "stages")}.");
            // Share-alike asks for the same licence, and no program can tell whether another one is compatible.
            if (source.BaseLicence is { } before && before != manifest.Licence)
                Console.Error.WriteLine($"The model that this one was fine-tuned from is under {before}. See that its terms allow {manifest.Licence}.");
            return ExitCode.Done;
        });
        return command;
    }
}
