using System.Diagnostics;

namespace PdnColorize.Training.Tests.Reports;

/// <summary>A real browser without a window.</summary>
internal static class Chromium
{
    /// <summary>A page takes a second or two; a busy machine more, a hung one must not hang the tests.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(2);

    /// <summary>Opens a page.</summary>
    /// <param name="folder">A folder for what the browser writes.</param>
    /// <param name="page">The page's file.</param>
    /// <param name="arguments">What to do with it.</param>
    /// <returns>What it was asked to print, and the messages of the page's console.</returns>
    public static async Task<(string Output, string[] Messages)> Open(TemporaryFolder folder, string page, params string[] arguments)
    {
        ProcessStartInfo start = new("chromium") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] common = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-extensions", "--no-first-run", "--hide-scrollbars", "--enable-logging=stderr"];
        foreach (string argument in (string[])[.. common, $"--user-data-dir={folder.File("browser")}", .. arguments, new Uri(page).AbsoluteUri]) start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        using CancellationTokenSource timeout = new(LongestRun);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            string[] log = (await process.StandardError.ReadToEndAsync(timeout.Token)).Split('\n');
            await process.WaitForExitAsync(timeout.Token);
            Assert.Equal(0, process.ExitCode);
            return (await output, [.. log.Where(line => line.Contains(":CONSOLE", StringComparison.Ordinal))]);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
