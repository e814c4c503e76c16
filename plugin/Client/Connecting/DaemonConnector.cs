using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
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

    /// <summary>Connects, says hello, and starts a daemon first when there is none.</summary>
    /// <exception cref="DaemonException">With the reason.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<DaemonConnection> ConnectAsync(bool mayStart, CancellationToken cancellationToken)
    {
        string path = DaemonLocator.Find(_options.DaemonPath);
        DaemonAddress address = DaemonAddress.OfInstallation(Path.GetDirectoryName(path)!, _options.Instance);
        long began = Stopwatch.GetTimestamp();
        while (true)
        {
            if (await TryConnectAsync(address, began, cancellationToken).ConfigureAwait(false) is { } connection) return connection;
            if (!mayStart) throw new DaemonException(DaemonErrorCode.DaemonNotRunning);
            using (ProcessLock? startLock = ProcessLock.TryTake(address.StartLock))
            {
                // Without the lock another caller is starting a daemon, and this one waits for that.
                if (startLock is not null) return await StartAsync(path, address, cancellationToken).ConfigureAwait(false);
            }

            ThrowIfLate(began);
            await Task.Delay(Waits.Poll, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<DaemonConnection> StartAsync(string path, DaemonAddress address, CancellationToken cancellationToken)
    {
        long began = Stopwatch.GetTimestamp();
        // Between the last look and the lock, another caller may have started one and gone.
        if (await TryConnectAsync(address, began, cancellationToken).ConfigureAwait(false) is { } running) return running;
        using DaemonProcess process = DaemonProcess.Start(path, _options);
        try
        {
            while (true)
            {
                if (await TryConnectAsync(address, began, cancellationToken).ConfigureAwait(false) is { } connection) return connection;
                await process.ThrowIfDeadAsync().ConfigureAwait(false);
                ThrowIfLate(began);
                await Task.Delay(Waits.Poll, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (DaemonException e) when (e.Code is DaemonErrorCode.DaemonStartTimeout or DaemonErrorCode.DaemonNotAnswering)
        {
            process.Kill();
            throw;
        }
    }

    /// <summary>One attempt: null when nobody listens, or the daemon is ending or full and there is still time.</summary>
    private async Task<DaemonConnection?> TryConnectAsync(DaemonAddress address, long began, CancellationToken cancellationToken)
    {
        NamedPipeClientStream? pipe = await TryOpenPipeAsync(address, cancellationToken).ConfigureAwait(false);
        if (pipe is null) return null;
        try
        {
            return await DaemonConnection.OpenAsync(pipe, _options, cancellationToken).ConfigureAwait(false);
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
            // The limit twice: .NET's own ends its search for a free listener, ours a call that the system does not return from.
            await pipe.ConnectAsync((int)Waits.Connect.TotalMilliseconds, cancellationToken)
                .WaitAsync(Waits.Connect * 2, cancellationToken).ConfigureAwait(false);
            return pipe;
        }
        catch (UnauthorizedAccessException e)
        {
            await pipe.DisposeAsync().ConfigureAwait(false);
            throw new DaemonException(DaemonErrorCode.ForeignDaemon, e);
        }
        catch (Exception e) when (e is TimeoutException or IOException)
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
