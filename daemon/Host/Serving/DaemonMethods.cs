using PdnColorize.Host.Jobs;
using PdnColorize.Protocol;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;
using StreamJsonRpc;

namespace PdnColorize.Host.Serving;

/// <summary>What one connection can call: the methods of <see cref="RpcMethods"/>. All of them may be called at the same time.</summary>
/// <remarks>None blocks: on one connection each begins when the one before has ended or waits, so that nothing overtakes a hello, and no older job a newer one of the same document.</remarks>
internal sealed class DaemonMethods
{
    private readonly DaemonServices _services;
    private readonly ClientSession _session;

    public DaemonMethods(DaemonServices services, ClientSession session)
    {
        _services = services;
        _session = session;
    }

    /// <summary>See <see cref="RpcMethods.Hello"/>.</summary>
    [JsonRpcMethod(RpcMethods.Hello)]
    public HelloResponse Hello(HelloRequest request) => Answer(() =>
    {
        RequestChecks.Check(request);
        _services.Statistics.Touch();
        Log.Hello(_services.Logger, _session.Number, request.ClientName, request.ClientBuild, request.ProcessId, request.Protocol.ToString());
        if (_session.IsRefused) throw new DaemonException(DaemonErrorCode.TooManyConnections);
        _session.Greet();
        // It is greeted all the same: it may ask how the daemon is, and to make haste.
        if (_services.StopRequested.IsCompleted) throw new DaemonException(DaemonErrorCode.ShuttingDown);
        return new HelloResponse
        {
            Protocol = ProtocolVersion.Current,
            Build = Build.Version,
            ProcessId = Environment.ProcessId,
            Capabilities = [DaemonCapabilities.Seed],
            Limits = new DaemonLimits { MaxWaitingJobs = _services.Options.WaitingJobs },
        };
    });

    /// <summary>See <see cref="RpcMethods.Colorize"/>.</summary>
    [JsonRpcMethod(RpcMethods.Colorize)]
    public Task<ColorizeResponse> Colorize(ColorizeRequest request, IProgress<ColorizeProgress>? progress, CancellationToken cancellationToken) => AnswerAsync(async () =>
    {
        RequireHello();
        RequestChecks.Check(request);
        _services.Statistics.Touch();
        using ProgressRelay relay = new(progress, _services.Time);
        long arrived = _services.Time.GetTimestamp();
        JobWork work = new(_services, request, relay, arrived);
        Job job = new(_session, request.DocumentId, work.Run)
        {
            JobsAheadChanged = ahead => relay.Report(new ColorizeProgress { Stage = ColorizeStage.Queued, Fraction = 0, JobsAhead = ahead }),
        };
        // A call without an id can neither be cancelled nor ends with its connection by itself.
        using CancellationTokenSource gone = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _session.Ended);
        try
        {
            int ahead = _services.Queue.Add(job);
            Log.JobAccepted(_services.Logger, job.Number, _session.Number, request.LineArt.Width, request.LineArt.Height, ahead);
            job.TellJobsAhead(ahead);
            await using CancellationTokenRegistration registration = gone.Token.UnsafeRegister(_ => _services.Queue.Cancel(job), null);
            ColorizeResponse response = await job.Answer;
            Log.JobDone(_services.Logger, job.Number, response.TotalMilliseconds, response.Model, response.Device);
            _services.Statistics.CountFinished();
            return response;
        }
        catch (OperationCanceledException)
        {
            Log.JobCancelled(_services.Logger, job.Number);
            _services.Statistics.Touch();
            throw;
        }
        catch (Exception e)
        {
            DaemonException error = DaemonErrors.From(e, request.Settings.Model ?? _services.Options.Model, _services.Engine.Device);
            Log.JobFailed(_services.Logger, job.Number, error.Code);
            if (error.Code is not (DaemonErrorCode.Busy or DaemonErrorCode.Superseded or DaemonErrorCode.ShuttingDown)) _services.Statistics.CountFailed(error);
            throw error;
        }
        finally
        {
            // Whatever went wrong here: a job that nobody waits for does not go on.
            if (!job.Answer.IsCompleted) _services.Queue.Cancel(job);
        }
    });

    /// <summary>See <see cref="RpcMethods.ListModels"/>.</summary>
    [JsonRpcMethod(RpcMethods.ListModels)]
    public Task<ListModelsResponse> ListModels() => AnswerAsync(() =>
    {
        RequireHello();
        _services.Statistics.Touch();
        // It reads the disk, which may sleep.
        return Task.Run(_services.Engine.ListModels);
    });

    /// <summary>See <see cref="RpcMethods.Status"/>.</summary>
    [JsonRpcMethod(RpcMethods.Status)]
    public StatusResponse Status() => Answer(() =>
    {
        RequireHello();
        return new StatusResponse
        {
            Build = Build.Version,
            ProcessId = Environment.ProcessId,
            Device = _services.Engine.Device,
            Model = _services.Engine.LoadedModel,
            MemoryBytes = Environment.WorkingSet,
            RunningJobs = _services.Queue.Running,
            WaitingJobs = _services.Queue.Waiting,
            FinishedJobs = _services.Statistics.FinishedJobs,
            FailedJobs = _services.Statistics.FailedJobs,
            Connections = _services.Connections.Count,
            UptimeSeconds = Math.Round(_services.Statistics.Uptime.TotalSeconds, 1),
            IdleLimitSeconds = _services.Options.IdleTime == Timeout.InfiniteTimeSpan ? 0 : _services.Options.IdleTime.TotalSeconds,
            LastError = _services.Statistics.LastError,
        };
    });

    /// <summary>See <see cref="RpcMethods.Shutdown"/>.</summary>
    [JsonRpcMethod(RpcMethods.Shutdown)]
    public ShutdownResponse Shutdown(ShutdownRequest request) => Answer(() =>
    {
        // Callers of other major versions may ask too, after hello: that is how an old daemon makes room.
        RequireHello();
        _services.RequestStop("asked to", cancelRunning: !request.FinishRunningJob);
        return new ShutdownResponse { ProcessId = Environment.ProcessId };
    });

    private void RequireHello()
    {
        if (!_session.IsGreeted) throw new DaemonException(DaemonErrorCode.HelloRequired);
    }

    private T Answer<T>(Func<T> method)
    {
        _session.BeginAnswer();
        try
        {
            return method();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw ToWire(e);
        }
    }

    private async Task<T> AnswerAsync<T>(Func<Task<T>> method)
    {
        _session.BeginAnswer();
        try
        {
            return await method();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw ToWire(e);
        }
    }

    private LocalRpcException ToWire(Exception exception)
    {
        DaemonException error = DaemonErrors.From(exception, _services.Options.Model, _services.Engine.Device);
        // What a caller did wrong, or the machine lacks, is no mistake of ours, whatever exception told us.
        if (error.Code == DaemonErrorCode.InternalError) Log.Unexpected(_services.Logger, error.InnerException ?? error);
        else if (error.InnerException is { } cause) Log.Refused(_services.Logger, error.Code, cause);
        return new LocalRpcException(error.Message) { ErrorCode = (int)error.Code, ErrorData = error.ToData() };
    }
}
