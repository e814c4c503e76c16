using System.ComponentModel;
using System.Diagnostics;
using PdnColorize.Colorization;

namespace PdnColorize.Training.Evaluation.Candidates;

/// <summary>The program gmic (Debian's package of that name; gmic.eu).</summary>
/// <param name="program">A path, or a name that is looked for where programs are.</param>
internal sealed class GmicProgram(string program)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Whether it can be started.</summary>
    public bool IsInstalled()
    {
        try
        {
            Run(["-version"], Environment.CurrentDirectory, CancellationToken.None);
            return true;
        }
        catch (ColorizationException)
        {
            return false;
        }
    }

    /// <summary>Runs it to its end.</summary>
    /// <param name="arguments">Its command line.</param>
    /// <param name="folder">Where it reads and writes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ColorizationException">It cannot be started, fails or takes minutes.</exception>
    public void Run(IEnumerable<string> arguments, string folder, CancellationToken cancellationToken)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using Process process = Process.Start(start) ?? throw new ColorizationException($"The program '{program}' cannot be started.");
            try
            {
                Task<string> output = process.StandardOutput.ReadToEndAsync(patience.Token);
                Task<string> errors = process.StandardError.ReadToEndAsync(patience.Token);
                Task.WaitAll([output, errors], patience.Token);
                process.WaitForExitAsync(patience.Token).GetAwaiter().GetResult();
                if (process.ExitCode != 0) throw new ColorizationException($"The program '{program}' failed: {LastLine(errors.Result)}");
            }
            catch (Exception e) when (e is OperationCanceledException or AggregateException)
            {
                process.Kill(entireProcessTree: true);
                cancellationToken.ThrowIfCancellationRequested();
                throw new ColorizationException($"The program '{program}' did not end in {Patience.TotalMinutes:0} minutes.", e);
            }
        }
        catch (Win32Exception e)
        {
            throw new ColorizationException($"The program '{program}' cannot be started: {e.Message}", e);
        }
    }

    private static string LastLine(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "it says nothing.";
}
