using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Runtime;

namespace PdnColorize.Client.Starting;

/// <summary>A daemon that is starting: watched until it listens, then let go.</summary>
internal sealed class DaemonProcess : IDisposable
{
    /// <summary>For the last lines of a process that has ended to arrive, also on a busy computer: without them, one that gave up would pass for one that was killed.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    /// <summary>Errors that pass by themselves: somebody looks at the file, as virus scanners do with one that was just installed, or the system is short of something.</summary>
    private static readonly int[] PassingErrors = OperatingSystem.IsWindows()
        // ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION, ERROR_INTERNAL_ERROR (Wine's, when it is busy), ERROR_NO_SYSTEM_RESOURCES
        ? [32, 33, 1359, 1450]
        // EAGAIN, ETXTBSY
        : [11, 26];

    private readonly Process _process;
    private readonly OutputTail _tail = new();

    private DaemonProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, e) => _tail.Add(e.Data);
        process.ErrorDataReceived += (_, e) => _tail.Add(e.Data);
    }

    /// <summary>Starts the executable, without a window and without this process's own standard streams.</summary>
    /// <exception cref="DaemonException">DaemonStartFailed.</exception>
    public static DaemonProcess Start(string path, DaemonClientOptions options)
    {
        ProcessStartInfo info = new(path)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            // With ours it would keep the terminal, or the pipe that a script reads us through, open for half an hour.
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Not the caller's, which might be a folder that the user wants to remove.
            WorkingDirectory = Path.GetDirectoryName(path)!,
        };
        foreach (string argument in options.DaemonArguments) info.ArgumentList.Add(argument);
        foreach ((string name, string? value) in options.DaemonEnvironment) info.Environment[name] = value;
        if (options.Instance is not null) info.Environment[DaemonAddress.InstanceVariable] = options.Instance;
        DaemonProcess daemon = new(new Process { StartInfo = info });
        try
        {
            daemon._process.Start();
            daemon._process.StandardInput.Close();
            daemon._process.BeginOutputReadLine();
            daemon._process.BeginErrorReadLine();
            return daemon;
        }
        catch (Exception e) when (e is Win32Exception or IOException or InvalidOperationException)
        {
            daemon.Dispose();
            throw new DaemonException(DaemonErrorCode.DaemonStartFailed, e, ("exitCode", "none"), ("log", e.Message));
        }
    }

    /// <summary>Whether a start that failed may succeed in a moment.</summary>
    public static bool MayPass(DaemonException failure) => failure.InnerException is Win32Exception cause && PassingErrors.Contains(cause.NativeErrorCode);

    /// <summary>How it is now: one look, on which the caller acts. Between two looks it may end, so that they contradict each other.</summary>
    public async Task<DaemonProcessState> GetStateAsync()
    {
        if (!_process.HasExited) return DaemonProcessState.Running;
        if (_process.ExitCode == ServeExitCode.AlreadyRunning) return DaemonProcessState.LostTheRace;
        await WaitForLastWordsAsync().ConfigureAwait(false);
        return _tail.IsEmpty ? DaemonProcessState.Killed : DaemonProcessState.Failed;
    }

    /// <summary>The error to report of a process that has ended, with its exit code and the end of what it wrote.</summary>
    public DaemonException ToError() => new(
        DaemonErrorCode.DaemonStartFailed,
        ("exitCode", _process.ExitCode.ToString(CultureInfo.InvariantCulture)),
        ("log", _tail.ToString()));

    /// <summary>Ends a process that did not get ready, so that it does not stand in the way of the next.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or NotSupportedException or AggregateException)
        {
            // It has ended by itself.
        }
    }

    /// <summary>Lets go of the process, which lives on. What it writes from now on goes nowhere.</summary>
    public void Dispose() => _process.Dispose();

    private async Task WaitForLastWordsAsync()
    {
        try
        {
            // HasExited does not wait for the streams; a grandchild that inherited them could keep them open.
            await _process.WaitForExitAsync().WaitAsync(LastWords).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // What has arrived must do.
        }
    }
}
