using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using PdnColorize.Protocol;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.Client.Connecting;

/// <summary>A connection that has said hello. For several threads at once.</summary>
internal sealed class DaemonConnection : IDisposable
{
    private readonly DaemonRpc _rpc;

    private DaemonConnection(DaemonRpc rpc) => _rpc = rpc;

    /// <summary>What the daemon said of itself; null when it <see cref="IsEnding"/>.</summary>
    public HelloResponse? Hello { get; private set; }

    /// <summary>Whether it said at hello that it is ending: then it takes no jobs, but may be asked how it is and to end at once.</summary>
    [MemberNotNullWhen(false, nameof(Hello))]
    public bool IsEnding => Hello is null;

    /// <summary>Whether it is still there, as far as is known.</summary>
    public bool IsOpen => !_rpc.Completion.IsCompleted && !_rpc.IsDisposed;

    /// <summary>This program's build, for the daemon's log.</summary>
    private static string Build { get; } = typeof(DaemonConnection).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Says hello over a pipe, which the connection owns from now on, and compares versions.</summary>
    /// <param name="pipe">The pipe.</param>
    /// <param name="options">Who calls, and how long it waits otherwise.</param>
    /// <param name="limit">How long to wait for the answer to hello.</param>
    /// <param name="mayBeEnding">Whether a daemon that <see cref="IsEnding"/> will do.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    /// <exception cref="DaemonException">With the reason.</exception>
    public static async Task<DaemonConnection> OpenAsync(
        Stream pipe, DaemonClientOptions options, TimeSpan limit, bool mayBeEnding, CancellationToken cancellationToken)
    {
        DaemonConnection connection = new(DaemonRpc.Over(pipe));
        try
        {
            connection._rpc.StartListening();
            HelloRequest hello = new()
            {
                Protocol = ProtocolVersion.Current,
                ClientName = options.ClientName,
                ClientBuild = Build.Length <= ProtocolLimits.MaxNameLength ? Build : Build[..ProtocolLimits.MaxNameLength],
                ProcessId = Environment.ProcessId,
            };
            connection.Hello = await connection.CallAsync<HelloResponse>(RpcMethods.Hello, [hello], limit, cancellationToken).ConfigureAwait(false);
            await connection.CheckVersionAsync(connection.Hello.Protocol, options.Waits, cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch (DaemonException e) when (e.Code == DaemonErrorCode.ShuttingDown && mayBeEnding && connection.IsOpen)
        {
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Calls a method that answers soon.</summary>
    /// <param name="method">One of <see cref="RpcMethods"/>.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="limit">How long to wait; then the connection is closed, since nothing good will come of it.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    /// <exception cref="DaemonException">With the reason.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<T> CallAsync<T>(string method, object?[] arguments, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            T answer = await _rpc.InvokeWithCancellationAsync<T>(method, arguments, cancellationToken).WaitAsync(limit, cancellationToken).ConfigureAwait(false);
            return answer ?? throw new DaemonException(DaemonErrorCode.BadAnswer);
        }
        catch (Exception e) when (!(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            if (e is TimeoutException) Dispose();
            throw Translate(e);
        }
    }

    /// <summary>Has a drawing coloured.</summary>
    /// <param name="request">The drawing.</param>
    /// <param name="progress">Told of the job's progress; any call is a sign of life.</param>
    /// <param name="waits">Limits: of silence, and of the answer to a cancellation.</param>
    /// <param name="cancellationToken">Cancels the job.</param>
    /// <exception cref="DaemonException">With the reason.</exception>
    /// <exception cref="OperationCanceledException">Cancelled. The daemon was told, and may not have stopped yet.</exception>
    public async Task<ColorizeResponse> ColorizeAsync(
        ColorizeRequest request, IProgress<ColorizeProgress> progress, DaemonWaits waits, CancellationToken cancellationToken)
    {
        // Not disposed: a late progress message may still reset it, and a source without a wait handle holds nothing.
#pragma warning disable CA2000
        CancellationTokenSource silence = new(waits.Silence);
        CancellationTokenSource abandon = new();
#pragma warning restore CA2000
        SignOfLife watched = new(progress, () => silence.CancelAfter(waits.Silence));
        using CancellationTokenRegistration grace = cancellationToken.Register(() => abandon.CancelAfter(waits.Cancel));
        using CancellationTokenRegistration dead = silence.Token.Register(abandon.Cancel);
        try
        {
            Task<ColorizeResponse> answer = _rpc.InvokeWithCancellationAsync<ColorizeResponse>(RpcMethods.Colorize, [request, watched], cancellationToken);
            return await answer.WaitAsync(abandon.Token).ConfigureAwait(false) ?? throw new DaemonException(DaemonErrorCode.BadAnswer);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException e) when (silence.IsCancellationRequested)
        {
            Dispose();
            throw new DaemonException(DaemonErrorCode.DaemonNotAnswering, e);
        }
        catch (Exception e)
        {
            throw Translate(e);
        }
        finally
        {
            watched.Stop();
            silence.CancelAfter(Timeout.InfiniteTimeSpan);
            abandon.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Closes the connection; what is under way ends with ConnectionLost.</summary>
    public void Dispose() => _rpc.Dispose();

    private DaemonException Translate(Exception exception)
    {
        DaemonException translated = RpcErrors.Translate(exception);
        // A lost connection fails its calls a moment before it completes: until then it would still look open, and the next attempt would take it again.
        if (translated.Code == DaemonErrorCode.ConnectionLost) Dispose();
        return translated;
    }

    private async Task CheckVersionAsync(ProtocolVersion daemon, DaemonWaits waits, CancellationToken cancellationToken)
    {
        DaemonCompatibility compatibility = ProtocolVersion.Current.CheckDaemon(daemon);
        if (compatibility == DaemonCompatibility.Compatible) return;
        if (compatibility == DaemonCompatibility.DaemonTooOld)
        {
            try
            {
                // So that the next attempt, after an update, does not meet it again. Jobs of its other callers are finished.
                await CallAsync<ShutdownResponse>(RpcMethods.Shutdown, [new ShutdownRequest()], waits.Connect, cancellationToken).ConfigureAwait(false);
            }
            catch (DaemonException)
            {
                // It does not even understand that.
            }
        }

        throw new DaemonException(
            compatibility == DaemonCompatibility.DaemonTooOld ? DaemonErrorCode.DaemonTooOld : DaemonErrorCode.CallerTooOld,
            ("daemon", daemon.ToString()),
            ("caller", ProtocolVersion.Current.ToString()));
    }
}
