using System.CommandLine;

namespace PdnColorize.Host.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    /// <summary>The name of the bundled model.</summary>
    public const string DefaultModel = "default";

    public static Option<string> Model() => new("--model")
    {
        Description = "The model: a name from 'pdncolorize models list', or a folder (./my-model).",
        HelpName = "NAME|FOLDER",
        DefaultValueFactory = _ => DefaultModel,
    };

    public static Option<string> Device() => new("--device")
    {
        Description = "Where the networks run: auto (an NVIDIA GPU if there is one), cpu, cuda or cuda:N.",
        HelpName = "auto|cpu|cuda|cuda:N",
        DefaultValueFactory = _ => "auto",
    };
}
