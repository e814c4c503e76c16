using System.Diagnostics;

namespace PdnColorize.Windows.Tests;

/// <summary>Runs programs.</summary>
internal static class Programs
{
    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its exit code, and what it wrote.</returns>
    /// <remarks>
    /// The output goes through a file. A pipe would end only when Wine's own processes end, which the first program starts and which hold it:
    /// not before the daemon that the program leaves behind.
    /// </remarks>
    public static async Task<(int ExitCode, string Output)> RunAsync(ProcessStartInfo start, TimeSpan limit)
    {
        string file = Path.GetTempFileName();
        try
        {
            ProcessStartInfo shell = new("/bin/sh") { WorkingDirectory = start.WorkingDirectory };
            foreach (string argument in (string[])["-c", "exec \"$@\" > \"$0\" 2>&1 < /dev/null", file, start.FileName, .. start.ArgumentList]) shell.ArgumentList.Add(argument);
            shell.Environment.Clear();
            foreach ((string name, string? value) in start.Environment) shell.Environment[name] = value;
            using Process process = Process.Start(shell)!;
            using CancellationTokenSource timeout = new(limit);
            try
            {
                await process.WaitForExitAsync(timeout.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                return (-1, $"{await File.ReadAllTextAsync(file, CancellationToken.None)}It did not end within {limit.TotalMinutes} minutes.");
            }

            return (process.ExitCode, await File.ReadAllTextAsync(file, CancellationToken.None));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
