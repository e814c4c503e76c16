using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Net.Sockets;
using PdnColorize.Client.Starting;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Runtime;

namespace PdnColorize.Client.Connecting;

/// <summary>Gets a connection to the daemon, starting one if need be.</summary>
internal sealed class DaemonConnector
{
    private readonly DaemonClientOptions _options;

    public DaemonConnector(DaemonClientOptions options) => _options = options;

    private DaemonWaits Waits => _options.Waits;

    /// <summary>Whether some process is the daemon now, be it that it starts or ends.</summary>
    /// <exception cref="DaemonException">With the reason why that cannot be told.</exception>
    public bool IsDaemonRunning() => IsRunning(AddressOf(DaemonLocator.Find(_options.DaemonPath)));

    /// <summary>Connects, says hello, and starts a daemon first when there is none.</summary>
    /// <exception cref="DaemonException">With the reason.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<DaemonConnection> ConnectAsync(bool mayStart, CancellationToken cancellationToken)
    {
        string path = DaemonLocator.Find(_options.DaemonPath);
        DaemonAddress address = AddressOf(path);
        long began = Stopwatch.GetTimestamp();
        bool isStarting = false;
        while (true)
        {
            if (await TryConnectAsync(address, began, isStarting, mayBeEnding: !mayStart, cancellationToken).ConfigureAwait(false) is { } connection) return connection;
            if (!mayStart) throw new DaemonException(DaemonErrorCode.DaemonNotRunning);
            using (ProcessLock? startLock = ProcessLock.TryTake(address.StartLock))
            {
                // Without the lock another caller is starting a daemon, and this one waits for that.
                if (startLock is not null) return await StartAsync(path, address, began, cancellationToken).ConfigureAwait(false);
            }

            isStarting = true;
            ThrowIfLate(began);
            await Task.Delay(Waits.Poll, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Starts a daemon, with the start lock in hand, and waits until it listens: no longer than is left, since waiting for the lock was a part of it.</summary>
    private async Task<DaemonConnection> StartAsync(string path, DaemonAddress address, long began, CancellationToken cancellationToken)
    {
        DaemonProcess? process = null;
        bool isSecondAttempt = false;
        try
        {
            while (true)
            {
                // First of all, too: between the last look and the lock, another caller may have started one and gone.
                if (await TryConnectAsync(address, began, isStarting: true, mayBeEnding: false, cancellationToken).ConfigureAwait(false) is { } connection) return connection;
                ThrowIfLate(began);
                DaemonProcessState? state = process is null ? null : await process.GetStateAsync().ConfigureAwait(false);
                // One that was killed may be started once more; one that fails by itself says why, and would fail again.
                if (state is DaemonProcessState.Failed || (state is DaemonProcessState.Killed && isSecondAttempt)) throw process!.ToError();
                if (state is not DaemonProcessState.Running)
                {
                    isSecondAttempt |= state is DaemonProcessState.Killed;
                    process?.Dispose();
                    // One that lives but takes no calls was started by hand a moment ago, or is about to end; in that case its place will be free.
                    process = IsRunning(address) ? null : TryStart(path, began);
                }

                await Task.Delay(Waits.Poll, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (DaemonException e) when (e.Code is DaemonErrorCode.DaemonStartTimeout or DaemonErrorCode.DaemonNotAnswering)
        {
            process?.Kill();
            throw;
        }
        finally
        {
            process?.Dispose();
        }
    }

    /// <summary>Null when the system refused for a reason that may pass, in the first half of the time that there is.</summary>
    private DaemonProcess? TryStart(string path, long began)
    {
        try
        {
            return DaemonProcess.Start(path, _options);
        }
        catch (DaemonException e) when (DaemonProcess.MayPass(e) && Stopwatch.GetElapsedTime(began) < Waits.Start / 2)
        {
            return null;
        }
    }

    private DaemonAddress AddressOf(string path) => DaemonAddress.OfInstallation(Path.GetDirectoryName(path)!, _options.Instance);

    private static bool IsRunning(DaemonAddress address)
    {
        using ProcessLock? free = ProcessLock.TryTake(address.DaemonLock);
        return free is null;
    }

    /// <summary>One attempt: null when nobody listens, or the daemon is ending or full and there is still time.</summary>
    /// <param name="address">Where it listens.</param>
    /// <param name="began">When the caller began to wait.</param>
    /// <param name="isStarting">
    /// Whether the daemon has started since: then its code is compiled and its files are read for the first time, and hello has as long as the start. One that runs already
    /// answers at once or hangs.
    /// </param>
    /// <param name="mayBeEnding">Whether a daemon that is ending will do.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    private async Task<DaemonConnection?> TryConnectAsync(
        DaemonAddress address, long began, bool isStarting, bool mayBeEnding, CancellationToken cancellationToken)
    {
        TimeSpan limit = isStarting ? Waits.Start - Stopwatch.GetElapsedTime(began) : Waits.Hello;
        if (limit <= TimeSpan.Zero) return null;
        NamedPipeClientStream? pipe = await TryOpenPipeAsync(address, cancellationToken).ConfigureAwait(false);
        if (pipe is null) return null;
        try
        {
            return await DaemonConnection.OpenAsync(pipe, _options, limit, mayBeEnding, cancellationToken).ConfigureAwait(false);
        }
        catch (DaemonException e) when (IsPassing(e.Code) && Stopwatch.GetElapsedTime(began) < Waits.Start)
        {
            return null;
        }
    }

    private static bool IsPassing(DaemonErrorCode code) =>
        code is DaemonErrorCode.ConnectionLost or DaemonErrorCode.ShuttingDown or DaemonErrorCode.TooManyConnections;

    private async Task<NamedPipeClientStream?> TryOpenPipeAsync(DaemonAddress address, CancellationToken cancellationToken)
    {
        if (!address.PipeExists()) return null;
        NamedPipeClientStream pipe = address.CreateClient();
        try
        {
            // On Windows all listeners may be taken for a moment. A socket queues callers itself, and refuses at once when nobody listens: waiting would gain nothing.
            TimeSpan search = OperatingSystem.IsWindows() ? Waits.Connect : TimeSpan.Zero;
            // A second limit, for a call that the system does not return from.
            await pipe.ConnectAsync(search, cancellationToken).WaitAsync(Waits.Connect * 2, cancellationToken).ConfigureAwait(false);
            return pipe;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or SocketException { SocketErrorCode: SocketError.AccessDenied })
        {
            await pipe.DisposeAsync().ConfigureAwait(false);
            throw new DaemonException(DaemonErrorCode.ForeignDaemon, e);
        }
        catch (Exception e) when (e is TimeoutException or IOException or SocketException)
        {
            await pipe.DisposeAsync().ConfigureAwait(false);
            return null;
        }
        catch
        {
            await pipe.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private void ThrowIfLate(long began)
    {
        if (Stopwatch.GetElapsedTime(began) >= Waits.Start)
            throw new DaemonException(DaemonErrorCode.DaemonStartTimeout, ("seconds", Waits.Start.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)));
    }
}
