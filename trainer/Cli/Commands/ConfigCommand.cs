using System.CommandLine;
using PdnColorize.Colorization.Models;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.FineTuning;

namespace PdnColorize.Trainer.Commands;

/// <summary>pdncolorize-train config: prints all settings.</summary>
internal static class ConfigCommand
{
    public static Command Create()
    {
        Option<string?> from = new("--from") { Description = "A model folder: prints what fine-tuning it starts with." };
        Settings settings = new();
        Command command = new("config", "Prints a configuration file with every setting and what it means.") { from };
        settings.AddTo(command);
        command.SetAction(parsed =>
        {
            TrainConfig? start = parsed.GetValue(from) is { } model ? FineTuneDefaults.For(ModelFolder.Open(model).Manifest) : null;
            Console.Out.Write(ConfigFile.Write(settings.Read(parsed, start)));
        });
        return command;
    }
}
