using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;
using PdnColorize.Protocol.Runtime;
using PdnColorize.TestDaemon;
using PdnColorize.Tests.Platforms;

namespace PdnColorize.Client.Tests;

public sealed class StartTests
{
    [Fact]
    public async Task ConnectAsync_NoDaemon_StartsOneThatOutlivesTheClient()
    {
        using TestInstallation installation = new(Scenario.Good);
        int first;
        using (DaemonClient client = installation.CreateClient()) first = (await client.ConnectAsync()).ProcessId;

        using DaemonClient later = installation.CreateClient();

        Assert.Equal(first, (await later.ConnectAsync()).ProcessId);
        Assert.Single(installation.Notes("started"));
    }

    [Fact]
    public async Task ConnectAsync_FiftyAtOnce_StartOneDaemonThatServesAll()
    {
        using TestInstallation installation = new(Scenario.Good);
        DaemonClient[] clients = [.. Enumerable.Range(0, 50).Select(_ => installation.CreateClient())];
        try
        {
            HelloResponse[] answers = await Task.WhenAll(clients.Select(client => client.ConnectAsync()));

            Assert.Single(answers.Select(answer => answer.ProcessId).Distinct());
            Assert.Single(installation.Notes("started"));
        }
        finally
        {
            foreach (DaemonClient client in clients) client.Dispose();
        }
    }

    [Fact]
    public async Task ConnectAsync_DaemonDiesWhileStarting_SaysSoWithTheEndOfWhatItWrote()
    {
        using TestInstallation installation = new(Scenario.DieWhileStarting);
        using DaemonClient client = installation.CreateClient();
        long began = Stopwatch.GetTimestamp();

        DaemonException error = await Assert.ThrowsAsync<DaemonException>(() => client.ConnectAsync());

        Assert.Equal(DaemonErrorCode.DaemonStartFailed, error.Code);
        Assert.Equal("3", error.Arguments["exitCode"]);
        string[] lines = error.Arguments["log"].Split(Environment.NewLine);
        Assert.Equal(Enumerable.Range(21, 40).Select(i => $"line {i} of 60"), lines);
        // It did not wait for the limit.
        Assert.True(Stopwatch.GetElapsedTime(began) < TestInstallation.PatientWaits.Start / 2);
    }

    [Fact]
    public async Task ConnectAsync_DaemonHangsWhileStarting_GivesUpAndEndsIt()
    {
        using TestInstallation installation = new(Scenario.HangWhileStarting);
        using DaemonClient client = installation.CreateClient(TestInstallation.PatientWaits with { Start = TimeSpan.FromSeconds(3) });

        DaemonException error = await Assert.ThrowsAsync<DaemonException>(() => client.ConnectAsync());

        Assert.Equal(DaemonErrorCode.DaemonStartTimeout, error.Code);
        await installation.WaitForEndAsync();
    }

    /// <summary>Waiting for another caller that starts a daemon, and then starting one, share one limit.</summary>
    [Fact]
    public async Task ConnectAsync_AnotherCallerGivesUpLate_DoesNotWaitTwiceAsLong()
    {
        TimeSpan limit = TimeSpan.FromSeconds(5);
        using TestInstallation installation = new(Scenario.HangWhileStarting);
        using DaemonClient client = installation.CreateClient(TestInstallation.PatientWaits with { Start = limit });
        ProcessLock? other = ProcessLock.TryTake(installation.Address.StartLock);
        Assert.NotNull(other);
        long began = Stopwatch.GetTimestamp();

        Task connecting = client.ConnectAsync();
        await Task.Delay(limit * 0.9);
        other.Dispose();
        DaemonException error = await Assert.ThrowsAsync<DaemonException>(() => connecting);

        Assert.Equal(DaemonErrorCode.DaemonStartTimeout, error.Code);
        Assert.True(Stopwatch.GetElapsedTime(began) < limit * 1.7);
    }

    [UnixFact]
    public async Task GetStatusAsync_AddressIsASocketOfAnotherKind_IsNotRunning()
    {
        using TestInstallation installation = new(Scenario.Good);
        using DaemonClient client = installation.CreateClient();
        using Socket datagrams = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        datagrams.Bind(new UnixDomainSocketEndPoint(installation.Address.PipeName));

        DaemonException error = await Assert.ThrowsAsync<DaemonException>(() => client.GetStatusAsync());

        Assert.Equal(DaemonErrorCode.DaemonNotRunning, error.Code);
    }

    [Fact]
    public async Task ConnectAsync_DaemonNeverAnswersHello_GivesUp()
    {
        using TestInstallation installation = new(Scenario.HangAtHello);
        using DaemonClient client = installation.CreateClient(TestInstallation.PatientWaits with { Start = TimeSpan.FromSeconds(8), Hello = TimeSpan.FromSeconds(1) });

        DaemonException error = await Assert.ThrowsAsync<DaemonException>(() => client.ConnectAsync());

        Assert.Equal(DaemonErrorCode.DaemonNotAnswering, error.Code);
        await installation.WaitForEndAsync();
    }

    [Fact]
    public async Task ConnectAsync_NewDaemonIsLateWithHello_IsWaitedForAndServesOthersWhoWait()
    {
        // As on a computer that is very busy: what takes longer than a running daemon may is still no reason to end one that starts.
        using TestInstallation installation = new(Scenario.SlowAtFirstHello);
        DaemonWaits waits = TestInstallation.PatientWaits with { Hello = TimeSpan.FromSeconds(0.5) };
        using DaemonClient one = installation.CreateClient(waits);
        using DaemonClient other = installation.CreateClient(waits);

        HelloResponse[] answers = await Task.WhenAll(one.ConnectAsync(), other.ConnectAsync());

        Assert.Equal(answers[0].ProcessId, answers[1].ProcessId);
        Assert.Single(installation.Notes("started"));
    }

    [Theory]
    [InlineData(Scenario.DieInFirstStart)]
    [InlineData(Scenario.DieAtFirstHello)]
    public async Task ConnectAsync_DaemonIsKilledWhileStarting_StartsAnother(Scenario scenario)
    {
        using TestInstallation installation = new(scenario);
        using DaemonClient client = installation.CreateClient();

        HelloResponse answer = await client.ConnectAsync();

        Assert.Equal(2, installation.Notes("started").Count);
        Assert.Equal(installation.Notes("started")[1], answer.ProcessId.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Looked at all the time, so that it is found to have ended at each place that looks.</summary>
    [Fact]
    public async Task ConnectAsync_DaemonIsKilledAtAnyMomentOfAStart_StartsAnother()
    {
        for (int i = 0; i < 10; i++)
        {
            using TestInstallation installation = new(Scenario.DieInFirstStart);
            using DaemonClient client = installation.CreateClient(TestInstallation.PatientWaits with { Poll = TimeSpan.Zero });

            await client.ConnectAsync();

            Assert.Equal(2, installation.Notes("started").Count);
        }
    }

    [Fact]
    public async Task ConnectAsync_AnswerToHelloIsNonsense_IsABadAnswer()
    {
        using TestInstallation installation = new(Scenario.NonsenseAtHello);
        using DaemonClient client = installation.CreateClient();

        DaemonException error = await Assert.ThrowsAsync<DaemonException>(() => client.ConnectAsync());

        Assert.Equal(DaemonErrorCode.BadAnswer, error.Code);
    }

    [Theory]
    [InlineData(Scenario.TooOld, DaemonErrorCode.DaemonTooOld)]
    [InlineData(Scenario.TooNew, DaemonErrorCode.CallerTooOld)]
    public async Task ConnectAsync_AnotherMajorVersion_SaysWhichSideIsTooOld(Scenario scenario, DaemonErrorCode expected)
    {
        using TestInstallation installation = new(scenario);
        using DaemonClient client = installation.CreateClient();

        DaemonException error = await Assert.ThrowsAsync<DaemonException>(() => client.ConnectAsync());

        Assert.Equal(expected, error.Code);
        Assert.Contains("protocol", error.Message, StringComparison.Ordinal);
        // The old one is asked to go when it has nothing left to do; a newer one is none of our business.
        Assert.Equal(scenario == Scenario.TooOld ? ["True"] : [], installation.Notes("shutdown"));
    }

    [Fact]
    public async Task ConnectAsync_NoExecutable_SaysSo()
    {
        using TestInstallation installation = new(Scenario.Good);
        using DaemonClient client = installation.CreateClient(daemonPath: Path.Combine(AppContext.BaseDirectory, "no such program"));

        DaemonException error = await Assert.ThrowsAsync<DaemonException>(() => client.ConnectAsync());

        Assert.Equal(DaemonErrorCode.DaemonNotFound, error.Code);
    }

    [Fact]
    public async Task ConnectAsync_WhatIsNoExecutable_SaysThatItCannotStart()
    {
        using TestInstallation installation = new(Scenario.Good);
        using DaemonClient client = installation.CreateClient(daemonPath: typeof(StartTests).Assembly.Location);

        DaemonException error = await Assert.ThrowsAsync<DaemonException>(() => client.ConnectAsync());

        Assert.Equal(DaemonErrorCode.DaemonStartFailed, error.Code);
    }

    /// <summary>As by a virus scanner. Of the daemon it is the executable alone, so that it ends as soon as it has started, and says with which exit code.</summary>
    [Fact]
    public async Task ConnectAsync_ExecutableIsHeldForAMoment_IsStartedAfterwards()
    {
        using TestInstallation installation = new(Scenario.Good);
        string path = installation.CopyExecutable();
        using DaemonClient client = installation.CreateClient(daemonPath: path);
        Task<HelloResponse> connecting;
        using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            connecting = client.ConnectAsync();
            await Task.Delay(500);
            Assert.False(connecting.IsCompleted);
        }

        DaemonException error = await Assert.ThrowsAsync<DaemonException>(() => connecting);

        Assert.Equal(DaemonErrorCode.DaemonStartFailed, error.Code);
        Assert.NotEqual("none", error.Arguments["exitCode"]);
    }

    [Fact]
    public async Task ConnectAsync_ExecutableIsHeldForGood_SaysWhyItCannotStart()
    {
        using TestInstallation installation = new(Scenario.Good);
        string path = installation.CopyExecutable();
        using DaemonClient client = installation.CreateClient(TestInstallation.PatientWaits with { Start = TimeSpan.FromSeconds(8) }, path);
        using FileStream held = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        DaemonException error = await Assert.ThrowsAsync<DaemonException>(() => client.ConnectAsync());

        Assert.Equal(DaemonErrorCode.DaemonStartFailed, error.Code);
        Assert.Equal("none", error.Arguments["exitCode"]);
    }

    [Fact]
    public async Task ConnectAsync_CancelledWhileTheDaemonStarts_EndsAtOnce()
    {
        using TestInstallation installation = new(Scenario.HangWhileStarting);
        using DaemonClient client = installation.CreateClient();
        using CancellationTokenSource cancellation = new();
        Task<HelloResponse> connecting = client.ConnectAsync(cancellation.Token);
        await installation.WaitForAsync("started");

        cancellation.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [RootFact]
    public async Task ConnectAsync_PipeOfAnotherUser_IsRefusedBeforeAByteIsSent()
    {
        using TestInstallation installation = new(Scenario.Foreign);
        using DaemonClient client = installation.CreateClient();

        DaemonException error = await Assert.ThrowsAsync<DaemonException>(() => client.ConnectAsync());

        Assert.Equal(DaemonErrorCode.ForeignDaemon, error.Code);
        await installation.WaitForAsync("received");
        Assert.Equal(["0 bytes"], installation.Notes("received"));
    }

    [Fact]
    public async Task GetStatusAsync_NoDaemon_StartsNone()
    {
        using TestInstallation installation = new(Scenario.Good);
        using DaemonClient client = installation.CreateClient();

        DaemonException error = await Assert.ThrowsAsync<DaemonException>(() => client.GetStatusAsync());

        Assert.Equal(DaemonErrorCode.DaemonNotRunning, error.Code);
        Assert.Empty(installation.Record);
    }

    [Fact]
    public async Task ShutdownAsync_RunningDaemon_WaitsUntilItsProcessIsGone()
    {
        using TestInstallation installation = new(Scenario.Good);
        using DaemonClient client = installation.CreateClient();
        HelloResponse hello = await client.ConnectAsync();

        Assert.True(await client.ShutdownAsync(finishRunningJob: false));

        Assert.Throws<ArgumentException>(() => Process.GetProcessById(hello.ProcessId));
        Assert.Equal(["False"], installation.Notes("shutdown"));
        // And the next call starts another.
        Assert.NotEqual(hello.ProcessId, (await client.ConnectAsync()).ProcessId);
    }

    [Fact]
    public async Task ShutdownAsync_DaemonEndsBeforeItAnswers_IsDone()
    {
        using TestInstallation installation = new(Scenario.DieAtShutdown);
        using DaemonClient client = installation.CreateClient();
        HelloResponse hello = await client.ConnectAsync();

        Assert.True(await client.ShutdownAsync());

        Assert.Throws<ArgumentException>(() => Process.GetProcessById(hello.ProcessId));
        Assert.Equal(["True"], installation.Notes("shutdown"));
        Assert.NotEqual(hello.ProcessId, (await client.ConnectAsync()).ProcessId);
    }
}
