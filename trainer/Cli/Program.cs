using PdnColorize.Colorization.Devices;
using PdnColorize.Trainer.Commands;

NativeHeap.KeepFreedBlocks();
return await CommandRunner.Run(CommandLine.CreateRoot(), args);
