using System.Diagnostics;
using System.Runtime.InteropServices;
using PdnColorize.Trainer.Commands;

namespace PdnColorize.Trainer.Tests.Support;

/// <summary>Runs pdncolorize-train: within this process, which is quick, or as a process of its own, which hears signals.</summary>
internal static partial class TrainerProgram
{
    /// <summary>No run of a test takes a tenth of this on a quiet machine; a hung one must not hang the tests.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(4);

    private const int InterruptSignal = 2;

    /// <summary>Parses and runs a command line by the same entry as the program, and captures what it prints.</summary>
    public static async Task<CommandResult> Run(params string[] arguments)
    {
        (TextWriter output, TextWriter error) = (Console.Out, Console.Error);
        using StringWriter capturedOutput = new();
        using StringWriter capturedError = new();
        try
        {
            Console.SetOut(TextWriter.Synchronized(capturedOutput));
            Console.SetError(TextWriter.Synchronized(capturedError));
            int exitCode = await CommandRunner.Run(CommandLine.CreateRoot(), arguments);
            return new CommandResult(exitCode, capturedOutput.ToString(), capturedError.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    /// <summary>Runs the built program and presses Ctrl+C as soon as something is so.</summary>
    /// <param name="isTime">Whether it is time, given a line of output, or null every few milliseconds.</param>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<CommandResult> RunUntil(Func<string?, bool> isTime, params string[] arguments)
    {
        // Shells start background jobs with SIGINT ignored, and children inherit that; then there would be nothing to test.
        ProcessStartInfo start = new("env") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "pdncolorize-train.dll"), .. arguments])
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        using CancellationTokenSource timeout = new(LongestRun);
        try
        {
            Task<string> error = process.StandardError.ReadToEndAsync(timeout.Token);
            TaskCompletionSource due = new();
            Task<string> output = ReadAsync(process.StandardOutput, line =>
            {
                if (isTime(line)) due.TrySetResult();
            });
            while (!due.Task.IsCompleted && !process.HasExited)
            {
                if (isTime(null)) due.TrySetResult();
                await Task.WhenAny(due.Task, Task.Delay(TimeSpan.FromMilliseconds(20), timeout.Token));
                timeout.Token.ThrowIfCancellationRequested();
            }

            Assert.Equal(0, Kill(process.Id, InterruptSignal));
            await process.WaitForExitAsync(timeout.Token);
            return new CommandResult(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static async Task<string> ReadAsync(StreamReader reader, Action<string> onLine)
    {
        List<string> lines = [];
        while (await reader.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            onLine(line);
        }

        return string.Join('\n', lines);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int processId, int signal);
}
