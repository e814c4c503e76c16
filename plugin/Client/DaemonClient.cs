using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using PdnColorize.Client.Connecting;
using PdnColorize.Client.Jobs;
using PdnColorize.Protocol;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;
using PdnColorize.Protocol.Pixels;

namespace PdnColorize.Client;

/// <summary>
/// Calls the daemon: finds it, starts it when there is none, and calls it again when it was gone. For several threads at once. Throws nothing but
/// <see cref="DaemonException"/>, <see cref="OperationCanceledException"/> for the caller's own token, and <see cref="ArgumentException"/> and
/// <see cref="ObjectDisposedException"/> for mistakes of the calling program. Nothing waits longer than <see cref="DaemonWaits"/> says.
/// </summary>
public sealed class DaemonClient : IDisposable
{
    private readonly DaemonClientOptions _options;
    private readonly DaemonConnector _connector;
    // Not disposed: it holds nothing unless somebody asks for its wait handle, and callers may still be waiting for it.
#pragma warning disable CA2213
    private readonly SemaphoreSlim _connecting = new(1, 1);
#pragma warning restore CA2213
    private readonly SparePixels _spare = new(TimeProvider.System);
    private DaemonConnection? _connection;
    private bool _cleaned;
    private volatile bool _disposed;

    /// <summary>Creates a client; nothing is started or connected yet.</summary>
    public DaemonClient(DaemonClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _connector = new DaemonConnector(options);
    }

    /// <summary>Makes sure that a daemon runs and is connected: ahead of the first job, so that this one need not wait for it.</summary>
    /// <returns>What the daemon says of itself.</returns>
    /// <exception cref="DaemonException">With the reason.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<HelloResponse> ConnectAsync(CancellationToken cancellationToken = default) =>
        (await GetConnectionAsync(mayStart: true, cancellationToken).ConfigureAwait(false)).Hello ?? throw new DaemonException(DaemonErrorCode.ShuttingDown);

    /// <summary>Has a drawing coloured. When the daemon dies of it, or was about to end, the job is given to a new one, once.</summary>
    /// <param name="job">The drawing. Its pixels must not change until the task has ended.</param>
    /// <param name="progress">Told how far it is, on any thread, in order; must not block.</param>
    /// <param name="cancellationToken">Cancels the job, also in the daemon.</param>
    /// <exception cref="DaemonException">With the reason.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<ColorizedPicture> ColorizeAsync(
        ColorizeJob job, IProgress<ColorizeProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        ObjectDisposedException.ThrowIf(_disposed, this);
        job.Check();
        // Copying a large picture takes a while, and the caller may be a thread that draws windows.
        JobPixels pixels = await Task.Run(() => CreatePixels(job), cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable removed = pixels.ConfigureAwait(false);
        JobProgress told = new(progress, pixels.PrepareResult);
        ColorizeResponse details;
        try
        {
            details = await ColorizeOnceAsync(pixels, told, cancellationToken).ConfigureAwait(false);
            pixels.AllowFurtherUse();
        }
        catch (DaemonException e) when (e.Code is DaemonErrorCode.ConnectionLost or DaemonErrorCode.ShuttingDown && !_disposed)
        {
            // Once: a picture that kills the daemon twice would do it for ever. The first one may not be dead after all, so what it was given is not used for another job.
            details = await ColorizeOnceAsync(pixels, told, cancellationToken).ConfigureAwait(false);
        }

        byte[] result = await pixels.ReadResultAsync().ConfigureAwait(false);
        return new ColorizedPicture(job.Width, job.Height, result, details);
    }

    /// <summary>Asks for the installed models; starts a daemon if there is none.</summary>
    /// <exception cref="DaemonException">With the reason.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Task<ListModelsResponse> ListModelsAsync(CancellationToken cancellationToken = default) =>
        CallAsync<ListModelsResponse>(RpcMethods.ListModels, [], mayStart: true, cancellationToken);

    /// <summary>Asks a running daemon how it is; starts none.</summary>
    /// <exception cref="DaemonException">DaemonNotRunning, or another reason.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Task<StatusResponse> GetStatusAsync(CancellationToken cancellationToken = default) =>
        CallAsync<StatusResponse>(RpcMethods.Status, [], mayStart: false, cancellationToken);

    /// <summary>Asks a running daemon to end, and waits until its process is gone.</summary>
    /// <param name="finishRunningJob">Whether the job that runs is finished first.</param>
    /// <param name="cancellationToken">Cancels the waiting, not the shutdown.</param>
    /// <returns>Whether the process ended within <see cref="DaemonWaits.Shutdown"/>.</returns>
    /// <exception cref="DaemonException">DaemonNotRunning, or another reason.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<bool> ShutdownAsync(bool finishRunningJob = true, CancellationToken cancellationToken = default)
    {
        ShutdownRequest request = new() { FinishRunningJob = finishRunningJob };
        DaemonConnection ended = await GetConnectionAsync(mayStart: false, cancellationToken).ConfigureAwait(false);
        // One that is ending already, asked a second time or to make haste, did not say at hello which process it is.
        int? processId = ended.Hello?.ProcessId;
        try
        {
            ShutdownResponse answer = await ended.CallAsync<ShutdownResponse>(RpcMethods.Shutdown, [request], _options.Waits.Call, cancellationToken).ConfigureAwait(false);
            processId = answer.ProcessId;
        }
        catch (DaemonException e) when (e.Code == DaemonErrorCode.ConnectionLost)
        {
            // It may have ended before its answer was out: that is what it was asked for, and below it shows whether it did.
        }

        long began = Stopwatch.GetTimestamp();
        while (processId is { } known ? IsAlive(known) : _connector.IsDaemonRunning())
        {
            if (Stopwatch.GetElapsedTime(began) >= _options.Waits.Shutdown) return false;
            await Task.Delay(_options.Waits.Poll, cancellationToken).ConfigureAwait(false);
        }

        // The process may be gone before its connection is seen to be: the next call must not use that.
        if (Interlocked.CompareExchange(ref _connection, null, ended) == ended) ended.Dispose();
        return true;
    }

    /// <summary>Closes the connection and removes the memory that was kept for further jobs. The daemon cancels the jobs that came over it, and lives on.</summary>
    public void Dispose()
    {
        _disposed = true;
        Interlocked.Exchange(ref _connection, null)?.Dispose();
        _spare.Dispose();
    }

    private async Task<ColorizeResponse> ColorizeOnceAsync(JobPixels pixels, JobProgress progress, CancellationToken cancellationToken)
    {
        DaemonConnection connection = await GetConnectionAsync(mayStart: true, cancellationToken).ConfigureAwait(false);
        try
        {
            return await connection.ColorizeAsync(pixels.ToRequest(), progress, _options.Waits, cancellationToken).ConfigureAwait(false);
        }
        catch (DaemonException e) when (e.Code == DaemonErrorCode.ShuttingDown)
        {
            // Otherwise the next attempt would ask the same daemon again.
            connection.Dispose();
            throw;
        }
    }

    private async Task<T> CallAsync<T>(string method, object?[] arguments, bool mayStart, CancellationToken cancellationToken)
    {
        DaemonConnection connection = await GetConnectionAsync(mayStart, cancellationToken).ConfigureAwait(false);
        return await connection.CallAsync<T>(method, arguments, _options.Waits.Call, cancellationToken).ConfigureAwait(false);
    }

    private async Task<DaemonConnection> GetConnectionAsync(bool mayStart, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (Volatile.Read(ref _connection) is { IsOpen: true } open && IsUsable(open)) return open;
        await _connecting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_connection is { IsOpen: true } opened && IsUsable(opened)) return opened;
            _connection?.Dispose();
            _connection = null;
            DaemonConnection connection = await Task.Run(() => _connector.ConnectAsync(mayStart, cancellationToken), cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref _connection, connection);
            if (!_disposed) return connection;
            Dispose();
            throw new ObjectDisposedException(nameof(DaemonClient));
        }
        finally
        {
            _connecting.Release();
        }

        bool IsUsable(DaemonConnection connection) => !mayStart || !connection.IsEnding;
    }

    private JobPixels CreatePixels(ColorizeJob job)
    {
        if (!_cleaned) PixelMemory.RemoveAbandoned();
        _cleaned = true;
        return JobPixels.Create(job, _spare);
    }

    private static bool IsAlive(int processId)
    {
        try
        {
            using Process process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return false;
        }
    }
}
