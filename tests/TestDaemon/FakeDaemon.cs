using System.Diagnostics;
using System.Globalization;
using PdnColorize.Protocol;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;
using PdnColorize.Protocol.Pixels;
using StreamJsonRpc;

namespace PdnColorize.TestDaemon;

/// <summary>The daemon's methods.</summary>
internal sealed class FakeDaemon(Scenario scenario, Notebook notes)
{
    /// <summary>Whether this process takes no more work.</summary>
    private static volatile bool _leaving;

    [JsonRpcMethod(RpcMethods.Hello)]
    public async Task<object> HelloAsync(HelloRequest request)
    {
        RequestValidation.Check(request);
        if (_leaving) throw ToWire(new DaemonException(DaemonErrorCode.ShuttingDown));
        if (scenario == Scenario.HangAtHello) await Task.Delay(Timeout.Infinite);
        if (scenario == Scenario.SlowAtFirstHello && notes.IsFirst("hello")) await Task.Delay(TimeSpan.FromSeconds(2));
        if (scenario == Scenario.DieAtFirstHello && notes.IsFirst("hello")) Process.GetCurrentProcess().Kill();
        if (scenario == Scenario.NonsenseAtHello) return new { Greeting = "hello" };
        int major = ProtocolVersion.Current.Major + scenario switch { Scenario.TooOld => -1, Scenario.TooNew => 1, _ => 0 };
        return new HelloResponse { Protocol = new ProtocolVersion(major, 0), Build = "test", ProcessId = Environment.ProcessId, Capabilities = [DaemonCapabilities.Seed] };
    }

    [JsonRpcMethod(RpcMethods.Colorize)]
    public async Task<ColorizeResponse> ColorizeAsync(ColorizeRequest request, IProgress<ColorizeProgress> progress, CancellationToken cancellationToken)
    {
        try
        {
            RequestValidation.Check(request);
            notes.Add($"job {request.LineArt.Name} {request.Result.Name}");
            ColorizeSettings settings = request.Settings;
            notes.Add(FormattableString.Invariant(
                $"settings {settings.Result} {settings.Reach} {settings.Model ?? "-"} {settings.LineWidth?.ToString(CultureInfo.InvariantCulture) ?? "-"} {(request.Hints is null ? "-" : "hints")}"));
            notes.Add(FormattableString.Invariant($"seed {settings.Seed}"));
            progress.Report(new ColorizeProgress { Stage = ColorizeStage.Queued, Fraction = 0, JobsAhead = 0 });
            await MisbehaveAsync(progress, cancellationToken);
            return Color(request, progress);
        }
        catch (DaemonException e)
        {
            throw ToWire(e);
        }
    }

    [JsonRpcMethod(RpcMethods.ListModels)]
    public ListModelsResponse ListModels() => new() { Models = [new ModelSummary { Name = "test", DisplayName = scenario.ToString(), Stages = 2 }], Default = "test" };

    [JsonRpcMethod(RpcMethods.Status)]
    public StatusResponse Status() => new() { Build = "test", ProcessId = Environment.ProcessId, Device = "none", Model = scenario.ToString() };

    [JsonRpcMethod(RpcMethods.Shutdown)]
    public ShutdownResponse Shutdown(ShutdownRequest request)
    {
        notes.Add($"shutdown {request.FinishRunningJob}");
        if (scenario == Scenario.DieAtShutdown) Process.GetCurrentProcess().Kill();
        // After the answer has gone out.
        _ = Task.Delay(100).ContinueWith(_ => Environment.Exit(0), TaskScheduler.Default);
        return new ShutdownResponse { ProcessId = Environment.ProcessId };
    }

    private async Task MisbehaveAsync(IProgress<ColorizeProgress> progress, CancellationToken cancellationToken)
    {
        switch (scenario)
        {
            case Scenario.Busy:
                throw new DaemonException(DaemonErrorCode.Busy, ("waiting", ProtocolLimits.MaxWaitingJobs.ToString(CultureInfo.InvariantCulture)));
            case Scenario.OutOfMemory:
                throw new DaemonException(DaemonErrorCode.OutOfMemory);
            case Scenario.BadResult:
                throw new DaemonException(DaemonErrorCode.BadResult, ("reason", "it gave NaN"));
            case Scenario.NewError:
                throw new LocalRpcException("The moon is in the way. Wait for the morning.") { ErrorCode = 1150 };
            case Scenario.DieInJob:
            case Scenario.DieInFirstJob when notes.IsFirst("job"):
                Process.GetCurrentProcess().Kill();
                break;
            case Scenario.LeaveAtFirstJob when notes.IsFirst("job"):
                _leaving = true;
                _ = Task.Delay(1000, CancellationToken.None).ContinueWith(_ => Environment.Exit(0), TaskScheduler.Default);
                throw new DaemonException(DaemonErrorCode.ShuttingDown);
            case Scenario.Silent:
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
                break;
            case Scenario.Slow:
                await WorkForEverAsync(ColorizeStage.Stage1, progress, cancellationToken);
                break;
            case Scenario.SlowQueued:
                await WorkForEverAsync(ColorizeStage.Queued, progress, cancellationToken);
                break;
            case Scenario.SlowLoading:
                await WorkForEverAsync(ColorizeStage.Loading, progress, cancellationToken);
                break;
            case Scenario.SlowStage2:
                await WorkForEverAsync(ColorizeStage.Stage2, progress, cancellationToken);
                break;
            case Scenario.SlowWrite:
                await WorkForEverAsync(ColorizeStage.Write, progress, cancellationToken);
                break;
            default:
                break;
        }
    }

    private async Task WorkForEverAsync(ColorizeStage stage, IProgress<ColorizeProgress> progress, CancellationToken cancellationToken)
    {
        try
        {
            for (int i = 1; ; i++)
            {
                await Task.Delay(50, cancellationToken);
                progress.Report(new ColorizeProgress { Stage = stage, Fraction = 1 - 1.0 / i });
            }
        }
        catch (OperationCanceledException)
        {
            notes.Add("cancelled");
            throw;
        }
    }

    private static LocalRpcException ToWire(DaemonException e) => new(e.Message) { ErrorCode = (int)e.Code, ErrorData = e.ToData() };

    private static ColorizeResponse Color(ColorizeRequest request, IProgress<ColorizeProgress> progress)
    {
        byte[] pixels = new byte[request.LineArt.Width * request.LineArt.Height * PictureBuffer.BytesPerPixel];
        PictureLayout.Read(request.LineArt, pixels);
        byte[] hints = new byte[pixels.Length];
        if (request.Hints is not null) PictureLayout.Read(request.Hints, hints);
        // Going back is what a client must put up with.
        foreach (double fraction in (double[])[0.5, 0.25, 1])
            progress.Report(new ColorizeProgress { Stage = ColorizeStage.Compose, Fraction = fraction });

        for (int i = 0; i < pixels.Length; i++) pixels[i] = (byte)((255 - pixels[i]) ^ hints[i]);
        PictureLayout.Write(request.Result, pixels);
        return new ColorizeResponse { Model = request.Settings.Model ?? "test", Device = "none", HintCount = request.Hints is null ? 0 : 1 };
    }
}
