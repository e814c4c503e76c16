using PdnColorize.Client;
using PdnColorize.Client.Jobs;
using PdnColorize.DaemonTests.Support;
using PdnColorize.DaemonWithTestEngine;
using PdnColorize.Host.Serving;
using PdnColorize.Host.Settings;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;
using PdnColorize.Tests.Platforms;

namespace PdnColorize.DaemonTests;

/// <summary>How a daemon begins and ends.</summary>
public sealed class LifeTests
{
    [Fact]
    public async Task RunAsync_AnotherRuns_DoesNotDisturbIt()
    {
        await using RunningDaemon daemon = await RunningDaemon.StartAsync();
        using TestEngine engine = new();

        Assert.False(await DaemonHost.RunAsync(daemon.Address, new DaemonOptions(), _ => engine, default));

        using Caller caller = await daemon.CallAsync();
        await caller.StatusAsync();
    }

    [UnixFact]
    public async Task RunAsync_SocketOfAKilledDaemonIsLeft_ListensAnyway()
    {
        string instance = Guid.NewGuid().ToString("N");
        Protocol.Runtime.DaemonAddress address = Protocol.Runtime.DaemonAddress.OfInstallation(AppContext.BaseDirectory, instance);
        await using RunningDaemon daemon = await RunningDaemon.StartAsync(instance: instance, before: () =>
        {
            using System.Net.Sockets.Socket left = new(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, 0);
            left.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(address.PipeName));
        });

        using Caller caller = await daemon.CallAsync();
        await caller.StatusAsync();
    }

    [Fact]
    public async Task RunAsync_NothingToDo_EndsByItself()
    {
        // The one who greets it is the one whose connection stays: a second caller might find it gone.
        await using RunningDaemon daemon = RunningDaemon.Start(new DaemonOptions { IdleMinutes = 0.01 });
        // An open connection does not keep it: editors stay open for days.
        using Caller caller = await daemon.CallAsync();

        Assert.True(await daemon.Ended.WaitAsync(RunningDaemon.Patience));
        Assert.Contains("nothing to do", daemon.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_NobodyGreetedYet_WaitsForWhoeverStartedIt()
    {
        await using RunningDaemon daemon = RunningDaemon.Start(new DaemonOptions { IdleMinutes = 0.0005 });
        // Many times its idle limit: a busy machine may take that long to start a process and connect to it.
        await Task.Delay(TimeSpan.FromSeconds(0.6));

        using Caller caller = await daemon.CallAsync();

        Assert.True(await daemon.Ended.WaitAsync(RunningDaemon.Patience));
    }

    [Fact]
    public async Task Shutdown_JobRuns_FinishesItAndRefusesOthers()
    {
        await using RunningDaemon daemon = await RunningDaemon.StartAsync();
        using SharedPictures pictures = new();
        using SemaphoreSlim gate = new(0);
        TaskCompletionSource running = new();
        daemon.Engine.OnJob = (_, token) =>
        {
            running.TrySetResult();
            gate.Wait(token);
        };
        using Caller caller = await daemon.CallAsync();
        Task<ColorizeResponse> job = caller.ColorizeAsync(pictures.Request);
        await running.Task.WaitAsync(RunningDaemon.Patience);
        Task<ColorizeResponse> waiting = caller.ColorizeAsync(pictures.Request);
        while ((await caller.StatusAsync()).WaitingJobs == 0) await Task.Yield();

        Assert.Equal(Environment.ProcessId, (await caller.ShutdownAsync()).ProcessId);

        Assert.Equal(DaemonErrorCode.ShuttingDown, await Caller.RefusalAsync(waiting));
        Assert.Equal(DaemonErrorCode.ShuttingDown, await Caller.RefusalAsync(caller.ColorizeAsync(pictures.Request)));
        Assert.False(job.IsCompleted);
        gate.Release();
        await job;
        Assert.True(pictures.IsInverted);
        Assert.True(await daemon.Ended.WaitAsync(RunningDaemon.Patience));
    }

    [Fact]
    public async Task Hello_DaemonFinishesItsLastJob_IsRefusedButTheDaemonCanBeAskedToMakeHaste()
    {
        await using RunningDaemon daemon = await RunningDaemon.StartAsync();
        using SharedPictures pictures = new();
        TaskCompletionSource running = new();
        daemon.Engine.OnJob = (_, _) => running.TrySetResult();
        using Caller caller = await daemon.CallAsync();
        Task<ColorizeResponse> job = caller.ColorizeAsync(pictures.With("sleep-60000"));
        await running.Task.WaitAsync(RunningDaemon.Patience);
        await caller.ShutdownAsync();

        using Caller late = new(await daemon.OpenPipeAsync());
        Assert.Equal(DaemonErrorCode.ShuttingDown, await Caller.RefusalAsync(late.HelloAsync()));
        using DaemonClient client = daemon.CreateClient(shutdown: TimeSpan.FromMilliseconds(100));
        Assert.Equal(1, (await client.GetStatusAsync()).RunningJobs);
        // Its process is this one, and stays.
        Assert.False(await client.ShutdownAsync(finishRunningJob: false));

        await Assert.ThrowsAnyAsync<Exception>(() => job);
        Assert.True(await daemon.Ended.WaitAsync(RunningDaemon.Patience));
        Assert.Equal(1, daemon.Engine.CancelledJobs);
    }

    [Fact]
    public async Task RunAsync_JobsCannotRunAnyMore_FailsSoThatCallersStartAnother()
    {
        RunningDaemon daemon = RunningDaemon.Start(new DaemonOptions());
        daemon.Engine.OnWarmUp = () => throw new NotSupportedException("The library is gone.");
        using Caller caller = await daemon.CallAsync();

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => daemon.Ended.WaitAsync(RunningDaemon.Patience));

        Assert.IsType<NotSupportedException>(error.InnerException);
        Assert.Contains("The library is gone.", daemon.Log, StringComparison.Ordinal);
        await caller.Completion.WaitAsync(RunningDaemon.Patience).ContinueWith(_ => { }, TaskScheduler.Default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => daemon.DisposeAsync().AsTask());
    }

    [Fact]
    public async Task RunAsync_Always_KeepsThreadsForCallersBesideThoseOfAJob()
    {
        await using RunningDaemon daemon = await RunningDaemon.StartAsync();

        ThreadPool.GetMinThreads(out int workers, out _);

        Assert.True(workers >= Environment.ProcessorCount + DaemonHost.ThreadsForCallers);
    }

    [Fact]
    public async Task Hello_WithoutAnId_JobsRunAllTheSame()
    {
        await using RunningDaemon daemon = RunningDaemon.Start(new DaemonOptions());
        await using RawCaller caller = new(await daemon.OpenPipeAsync());
        using SharedPictures pictures = new();

        await caller.SendAsync(Frames.Hello.Replace("\"id\":1,", "", StringComparison.Ordinal));
        await caller.SendAsync(pictures.ToMessage(id: 2));

        await caller.WaitForAsync("\"id\":2,\"result\"");
        Assert.True(pictures.IsInverted);
    }

    [Fact]
    public async Task Stop_JobRuns_CancelsItAndEnds()
    {
        RunningDaemon daemon = await RunningDaemon.StartAsync();
        using SharedPictures pictures = new();
        TaskCompletionSource running = new();
        daemon.Engine.OnJob = (_, _) => running.TrySetResult();
        using Caller caller = await daemon.CallAsync();
        Task<ColorizeResponse> job = caller.ColorizeAsync(pictures.With("sleep-60000"));
        await running.Task.WaitAsync(RunningDaemon.Patience);

        await daemon.DisposeAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => job);
        Assert.Equal(1, daemon.Engine.CancelledJobs);
    }

    [Fact]
    public async Task Client_OfTheProduct_IsServed()
    {
        await using RunningDaemon daemon = await RunningDaemon.StartAsync();
        using DaemonClient client = daemon.CreateClient();
        byte[] drawing = new byte[64 * 32 * 4];
        new Random(3).NextBytes(drawing);

        ColorizedPicture picture = await client.ColorizeAsync(new ColorizeJob { Width = 64, Height = 32, LineArt = drawing });

        Assert.Equal(drawing.Select(value => (byte)~value), picture.Pixels.ToArray());
        Assert.Equal("invert", (await client.ListModelsAsync()).Default);
        Assert.Equal(1, (await client.GetStatusAsync()).FinishedJobs);
    }

    [Fact]
    public async Task Log_AfterJobs_HoldsNoDocumentNames()
    {
        await using RunningDaemon daemon = await RunningDaemon.StartAsync();
        using SharedPictures pictures = new();
        using Caller caller = await daemon.CallAsync();

        await caller.ColorizeAsync(pictures.With("invert", document: "secret-document"));

        Assert.Contains("JobDone", daemon.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-document", daemon.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(pictures.Request.LineArt.Name, daemon.Log, StringComparison.Ordinal);
    }
}
