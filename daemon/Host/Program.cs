using System.CommandLine;
using PdnColorize.Host.Commands;

RootCommand root = new("Colours line drawings, on this machine alone. Paint dots or strokes on a hint layer to steer the colours.")
{
    ColorizeCommand.Create(),
    ModelsCommand.Create(),
    DoctorCommand.Create(),
};
return await CommandRunner.Run(root, args);
