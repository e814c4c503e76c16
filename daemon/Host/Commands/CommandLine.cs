using System.CommandLine;

namespace PdnColorize.Host.Commands;

/// <summary>The command line as a whole.</summary>
internal static class CommandLine
{
    /// <summary>pdncolorize with all its commands.</summary>
    public static RootCommand CreateRoot() =>
        new("Colours line drawings, on this machine alone. Paint dots or strokes on a hint layer to steer the colours.")
        {
            ColorizeCommand.Create(),
            ServeCommand.Create(),
            StatusCommand.Create(),
            StopCommand.Create(),
            ModelsCommand.Create(),
            DoctorCommand.Create(),
        };
}
