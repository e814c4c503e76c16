using System.CommandLine;
using PdnColorize.Trainer.Commands;
using PdnColorize.Trainer.Commands.Dataset;

RootCommand root = new("Trains PdnColorize's models on your own pictures.")
{
    DatasetCommand.Create(),
    TrainCommand.Create(),
    ConfigCommand.Create(),
    EvaluateCommand.Create(),
    ExportCommand.Create(),
};
return await CommandRunner.Run(root, args);
