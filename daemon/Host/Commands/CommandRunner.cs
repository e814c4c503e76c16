using System.CommandLine;

namespace PdnColorize.Host.Commands;

/// <summary>Runs the command line and turns whatever goes wrong into a sentence and an exit code.</summary>
internal static class CommandRunner
{
    /// <summary>How long a cancelled command may take to clean up before the process ends anyway.</summary>
    private static readonly TimeSpan CleanUpTime = TimeSpan.FromSeconds(5);

    /// <summary>Parses and runs.</summary>
    public static async Task<int> Run(RootCommand root, string[] args)
    {
        // A drawing may be called '@cat.png', which must not be read as a file of further arguments.
        ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (System.CommandLine.Parsing.ParseError error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("Try 'pdncolorize --help', or 'pdncolorize colorize --help' for examples.");
            return ExitCode.WrongUsage;
        }

        try
        {
            InvocationConfiguration configuration = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = CleanUpTime };
            return await parsed.InvokeAsync(configuration);
        }
        catch (Exception e)
        {
            Failure failure = Failure.From(e);
            await Console.Error.WriteLineAsync(failure.Message);
            return failure.ExitCode;
        }
    }
}
