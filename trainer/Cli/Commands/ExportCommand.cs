using System.CommandLine;
using PdnColorize.Colorization.Models;
using PdnColorize.Training;
using PdnColorize.Training.Export;
using PdnColorize.Training.Runs;

namespace PdnColorize.Trainer.Commands;

/// <summary>pdncolorize-train export: makes a model folder of a run.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        Argument<string> run = new("RUN") { Description = "The run folder." };
        Option<string> output = new("--output", "-o") { Description = "The model folder to write.", Required = true };
        Option<string?> name = new("--name") { Description = "The model's name; the output folder's if not given." };
        Option<string?> title = new("--title") { Description = "The name to show." };
        Option<string> description = new("--description") { Description = "One or two sentences.", DefaultValueFactory = _ => "" };
        Option<string?> licence = new("--licence") { Description = "The weights' licence, an SPDX expression. A fine-tuned model keeps that of the model before if it is not given." };
        Option<FileInfo?> attribution = new("--attribution") { Description = "A text that credits whom the licence asks to credit." };
        Option<bool> replace = new("--replace") { Description = "Replaces an existing model." };
        Command command = new("export", "Makes a model folder of a run's best checkpoints.") { run, output, name, title, description, licence, attribution, replace };
        command.SetAction(parsed =>
        {
            RunFolder source = RunFolder.Open(parsed.GetValue(run)!);
            string folder = parsed.GetValue(output)!;
            string modelName = parsed.GetValue(name) ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
            Dictionary<string, string> documents = [];
            if (parsed.GetValue(attribution) is { } file) documents["ATTRIBUTION.md"] = File.ReadAllText(file.FullName);
            ModelCard card = new()
            {
                Name = modelName,
                DisplayName = parsed.GetValue(title) ?? modelName,
                Description = parsed.GetValue(description)!,
                Licence = parsed.GetValue(licence) ?? source.BaseLicence ?? throw new TrainingException("Say by --licence under which licence the weights are: it follows from the pictures."),
                Attribution = documents.Count > 0 ? "ATTRIBUTION.md" : "",
                Documents = documents,
            };
            ModelManifest manifest = ModelExport.Write(source, folder, card, parsed.GetValue(replace));
            Console.Out.WriteLine($"Wrote {manifest.Name} to {folder}: {manifest.Stages.Count} {(manifest.Stages.Count == 1 ? "stage" : "stages")}.");
            return ExitCode.Done;
        });
        return command;
    }
}
