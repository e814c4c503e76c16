using System.CommandLine;
using PdnColorize.Trainer.Commands.Dataset;

namespace PdnColorize.Trainer.Commands;

/// <summary>All commands.</summary>
internal static class CommandLine
{
    /// <summary>The root of a new command line.</summary>
    public static RootCommand CreateRoot() => new("Trains PdnColorize's models on your own pictures.")
    {
        DatasetCommand.Create(),
        TrainCommand.Create(),
        FineTuneCommand.Create(),
        ConfigCommand.Create(),
        EvaluateCommand.Create(),
        ExportCommand.Create(),
        ImportChainerCommand.Create(),
    };
}
