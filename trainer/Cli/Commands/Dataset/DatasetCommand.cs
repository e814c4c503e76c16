using System.CommandLine;

namespace PdnColorize.Trainer.Commands.Dataset;

/// <summary>pdncolorize-train dataset: what is done with data sets.</summary>
internal static class DatasetCommand
{
    public static Command Create() => new("dataset", "Builds data sets from colour pictures, and looks into them.")
    {
        BuildCommand.Create(),
        CheckCommand.Create(),
        PreviewCommand.Create(),
        MergeCommand.Create(),
    };
}
