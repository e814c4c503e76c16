using System.CommandLine;
using PdnColorize.Trainer.Commands;
using PdnColorize.Trainer.Commands.Dataset;

RootCommand root = new("Trains PdnColorize's models on your own pictures.")
{
    DatasetCommand.Create(),
    TrainCommand.Create(),
    FineTuneCommand.Create(),
    ConfigCommand.Create(),
    ExportCommand.Create(),
};
return await CommandRunner.Run(root, args);
