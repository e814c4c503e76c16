using System.Diagnostics;
using PdnColorize.Host.Commands;

namespace PdnColorize.EndToEnd.Support;

/// <summary>Runs pdncolorize: within this process, which is quick, or as a process of its own, which shows what only that can.</summary>
internal static class Pdncolorize
{
    /// <summary>No run of a test takes a tenth of this; a hung one must not hang the tests.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(60);

    /// <summary>Parses and runs a command line by the same entry as the program, and captures what it prints.</summary>
    public static async Task<CommandResult> Run(params string[] arguments)
    {
        TextWriter output = Console.Out;
        TextWriter error = Console.Error;
        using StringWriter capturedOutput = new();
        using StringWriter capturedError = new();
        try
        {
            Console.SetOut(capturedOutput);
            Console.SetError(capturedError);
            int exitCode = await CommandRunner.Run(CommandLine.CreateRoot(), WithoutDaemon(arguments));
            return new CommandResult(exitCode, capturedOutput.ToString(), capturedError.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    /// <summary>Runs the built program to its end.</summary>
    public static async Task<CommandResult> RunProcess(params string[] arguments)
    {
        using Process process = Start(arguments);
        return await Finish(process);
    }

    /// <summary>Starts the built program; standard output and error are for the caller to read.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables to set.</param>
    public static Process Start(IEnumerable<string> arguments, params (string Name, string Value)[] environment) =>
        StartIn(AppContext.BaseDirectory, arguments, environment);

    /// <summary>Starts a copy of the built program.</summary>
    /// <param name="folder">Where it is.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables to set.</param>
    public static Process StartIn(string folder, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new() { FileName = "dotnet", RedirectStandardOutput = true, RedirectStandardError = true };
        if (OperatingSystem.IsLinux())
        {
            // Shells start background jobs with SIGINT ignored, and children inherit that; then there would be nothing to test.
            start.FileName = "env";
            start.ArgumentList.Add("--default-signal=INT");
            start.ArgumentList.Add("dotnet");
        }

        start.StandardOutputEncoding = start.StandardErrorEncoding = System.Text.Encoding.UTF8;
        start.ArgumentList.Add(Path.Combine(folder, "pdncolorize.dll"));
        foreach (string argument in WithoutDaemon(arguments)) start.ArgumentList.Add(argument);
        foreach ((string name, string value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Reads the rest of what a process prints and waits for its end.</summary>
    public static async Task<CommandResult> Finish(Process process)
    {
        using CancellationTokenSource timeout = new(LongestRun);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            Task<string> error = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return new CommandResult(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>These tests are about the command line; the daemon, which would outlive them, has tests of its own.</summary>
    private static string[] WithoutDaemon(IEnumerable<string> arguments)
    {
        string[] all = [.. arguments];
        return all is ["colorize", .. var rest] && !rest.Contains("--help") ? ["colorize", "--no-daemon", .. rest] : all;
    }
}
