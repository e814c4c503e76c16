using System.CommandLine;
using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Models;
using PdnColorize.Datasets;
using PdnColorize.Training;

namespace PdnColorize.Trainer.Commands;

/// <summary>Runs the command line and turns whatever goes wrong into a sentence and an exit code.</summary>
internal static class CommandRunner
{
    /// <summary>How long a cancelled command may take to finish its step and to save.</summary>
    private static readonly TimeSpan SavingTime = TimeSpan.FromMinutes(5);

    /// <summary>Parses and runs.</summary>
    public static async Task<int> Run(RootCommand root, string[] args)
    {
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (System.CommandLine.Parsing.ParseError error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("Try 'pdncolorize-train --help'.");
            return ExitCode.WrongUsage;
        }

        try
        {
            InvocationConfiguration configuration = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = SavingTime };
            return await parsed.InvokeAsync(configuration);
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Cancelled; what is done is kept. The same command goes on.");
            return ExitCode.Cancelled;
        }
        catch (Exception e)
        {
            bool expected = e is TrainingException or DatasetException or ModelException or DeviceException or DllNotFoundException or IOException or UnauthorizedAccessException;
            await Console.Error.WriteLineAsync(expected ? e.Message : e.ToString());
            return e switch
            {
                DatasetException => ExitCode.BadInput,
                TrainingException or DeviceException or IOException or UnauthorizedAccessException => ExitCode.WrongUsage,
                ModelException => ExitCode.BadModel,
                _ => ExitCode.Broken,
            };
        }
    }
}
