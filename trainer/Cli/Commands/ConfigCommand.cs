using System.CommandLine;
using PdnColorize.Training.Configuration;

namespace PdnColorize.Trainer.Commands;

/// <summary>pdncolorize-train config: prints all settings.</summary>
internal static class ConfigCommand
{
    public static Command Create()
    {
        Settings settings = new();
        Command command = new("config", "Prints a configuration file with every setting and what it means.");
        settings.AddTo(command);
        command.SetAction(parsed => Console.Out.Write(ConfigFile.Write(settings.Read(parsed))));
        return command;
    }
}
