using System.CommandLine;
using PdnColorize.Trainer.Commands;

RootCommand root = new("Trains PdnColorize's models on your own pictures.")
{
    TrainCommand.Create(),
    ConfigCommand.Create(),
    ExportCommand.Create(),
};
return await CommandRunner.Run(root, args);
