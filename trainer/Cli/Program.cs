using PdnColorize.Trainer.Commands;

return await CommandRunner.Run(CommandLine.CreateRoot(), args);
