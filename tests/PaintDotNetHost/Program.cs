using PdnColorize.PaintDotNetHost.CommandLine;

return EffectProgram.Run(args, Console.Out, Console.Error);
