using PdnColorize.Host.Jobs;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.Host.Tests.Jobs;

/// <summary>Turns, places and answers, with the test in the role of the runner.</summary>
public sealed class JobQueueTests
{
    private const int MaximumWaiting = 8;

    private readonly JobQueue _queue = new(MaximumWaiting);
    private readonly object _alice = new();
    private readonly object _bob = new();

    [Fact]
    public async Task Add_OneRunsEightWait_NextIsBusy()
    {
        Job running = Add(_alice);
        Assert.True(_queue.TryTake(out _));
        for (int i = 0; i < MaximumWaiting; i++) Add(_alice);

        DaemonException error = Assert.Throws<DaemonException>(() => Add(_alice));

        Assert.Equal(DaemonErrorCode.Busy, error.Code);
        Assert.Equal("8", error.Arguments["waiting"]);
        running.Run();
        _queue.Finish(running);
        Assert.NotNull(await running.Answer);
        Add(_bob);
    }

    [Fact]
    public void Add_BeforeTheRunnerTookOne_CountsTheFirstAsRunning()
    {
        for (int i = 0; i < MaximumWaiting + 1; i++) Add(_alice);

        Assert.Throws<DaemonException>(() => Add(_alice));
    }

    [Fact]
    public async Task Add_FullOfOneClientsJobs_TheNewestOfThemMakesRoomForAClientThatHasNone()
    {
        Job[] alices = [.. Enumerable.Range(0, MaximumWaiting + 1).Select(_ => Add(_alice))];

        Job bobs = Add(_bob);

        DaemonException error = await Assert.ThrowsAsync<DaemonException>(() => alices[^1].Answer);
        Assert.Equal((DaemonErrorCode.Busy, "8"), (error.Code, error.Arguments["waiting"]));
        // Once: now he has one.
        Assert.Equal(DaemonErrorCode.Busy, Assert.Throws<DaemonException>(() => Add(_bob)).Code);
        Assert.Equal([alices[0], bobs, .. alices[1..^1]], Drain());
    }

    [Fact]
    public void Add_FullAndEachHasOne_NobodyIsDisplaced()
    {
        for (int i = 0; i < MaximumWaiting + 1; i++) Add(new object());

        Assert.Equal(DaemonErrorCode.Busy, Assert.Throws<DaemonException>(() => Add(_bob)).Code);
        Assert.Equal(MaximumWaiting + 1, Drain().Count);
    }

    [Fact]
    public async Task Add_ClientWhoseJobRuns_DisplacesNobody()
    {
        Job running = Add(_bob);
        _queue.TryTake(out _);
        for (int i = 0; i < MaximumWaiting; i++) Add(_alice);

        Assert.Equal(DaemonErrorCode.Busy, Assert.Throws<DaemonException>(() => Add(_bob)).Code);
        running.Run();
        Assert.NotNull(await running.Answer);
    }

    [Fact]
    public void TryTake_SeveralClients_TakeTurns()
    {
        Job[] alices = [Add(_alice), Add(_alice), Add(_alice)];
        Job[] bobs = [Add(_bob), Add(_bob)];

        Assert.Equal([alices[0], bobs[0], alices[1], bobs[1], alices[2]], Drain());
    }

    [Fact]
    public void TryTake_WhileOneRuns_TakesNone()
    {
        Add(_alice);
        Add(_alice);
        Assert.True(_queue.TryTake(out Job? first));

        Assert.False(_queue.TryTake(out _));
        _queue.Finish(first);
        Assert.True(_queue.TryTake(out _));
    }

    [Fact]
    public async Task Add_SameClientAndDocument_TakesThePlaceOfTheOneThatWaits()
    {
        Job older = Add(_alice, "page");
        Job other = Add(_alice, "other page");
        Job newer = Add(_alice, "page");

        DaemonException error = await Assert.ThrowsAsync<DaemonException>(() => older.Answer);
        Assert.Equal(DaemonErrorCode.Superseded, error.Code);
        Assert.Equal([newer, other], Drain());
    }

    [Fact]
    public void Add_SameDocumentOfAnotherClient_ReplacesNothing()
    {
        Job first = Add(_alice, "page");
        Job second = Add(_bob, "page");

        Assert.Equal([first, second], Drain());
    }

    [Fact]
    public void Add_SameDocumentWhileTheFormerRuns_Waits()
    {
        Job older = Add(_alice, "page");
        _queue.TryTake(out _);

        Add(_alice, "page");

        Assert.False(older.Answer.IsCompleted);
        Assert.Equal(1, _queue.Waiting);
    }

    [Fact]
    public void Add_ReplacingWhenFull_IsNotBusy()
    {
        Job older = Add(_alice, "page");
        for (int i = 0; i < MaximumWaiting; i++) Add(_bob);

        Add(_alice, "page");

        Assert.True(older.Answer.IsFaulted);
    }

    [Fact]
    public async Task Cancel_Waiting_IsAnsweredAndMakesRoom()
    {
        Job first = Add(_alice);
        Job second = Add(_bob);

        _queue.Cancel(first);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.Answer);
        Assert.Equal([second], Drain());
    }

    [Fact]
    public async Task Cancel_Running_ReachesTheWork()
    {
        Job? job = null;
        job = new Job(_alice, null, token =>
        {
            _queue.Cancel(job!);
            token.ThrowIfCancellationRequested();
            return Response();
        });
        _queue.Add(job);

        Drain();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.Answer);
    }

    [Fact]
    public async Task Cancel_Done_ChangesNothing()
    {
        Job job = Add(_alice);
        Drain();

        _queue.Cancel(job);

        Assert.NotNull(await job.Answer);
    }

    [Fact]
    public async Task Close_RefusesWaitingAndNewJobs_RunningOneFinishes()
    {
        Job running = Add(_alice);
        _queue.TryTake(out _);
        Job waiting = Add(_bob);

        _queue.Close(cancelRunning: false);

        Assert.Equal(DaemonErrorCode.ShuttingDown, (await Assert.ThrowsAsync<DaemonException>(() => waiting.Answer)).Code);
        Assert.Equal(DaemonErrorCode.ShuttingDown, Assert.Throws<DaemonException>(() => Add(_alice)).Code);
        running.Run();
        _queue.Finish(running);
        Assert.NotNull(await running.Answer);
        Assert.Null(_queue.Take());
    }

    [Fact]
    public async Task Close_CancelRunning_ReachesTheWork()
    {
        Job job = Add(_alice);
        _queue.TryTake(out _);

        _queue.Close(cancelRunning: true);
        job.Run();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.Answer);
    }

    [Fact]
    public void TryTake_OthersWait_TellsThemTheirPlaces()
    {
        List<int> places = [];
        Add(_alice);
        Add(_alice);
        Job watched = new(_bob, null, _ => Response()) { JobsAheadChanged = places.Add };

        Assert.Equal(1, _queue.Add(watched));
        Drain();

        Assert.Equal([1], places);
    }

    [Fact]
    public void TryTake_OneThatWaitsCannotBeTold_TheOthersAreAndTheQueueGoesOn()
    {
        List<int> places = [];
        Add(_alice);
        _queue.Add(new Job(_bob, null, _ => Response()) { JobsAheadChanged = _ => throw new InvalidOperationException("The connection is gone.") });
        _queue.Add(new Job(new object(), null, _ => Response()) { JobsAheadChanged = places.Add });

        Assert.Equal(3, Drain().Count);

        Assert.Equal([2, 1], places);
    }

    [Fact]
    public async Task Run_WorkThrows_AnswersWithIt()
    {
        Job job = new(_alice, null, _ => throw new InvalidDataException("so"));
        _queue.Add(job);

        Drain();

        await Assert.ThrowsAsync<InvalidDataException>(() => job.Answer);
    }

    [Fact]
    public async Task ManyThreads_AddCancelAndRun_EveryJobIsAnsweredOnce()
    {
        const int Threads = 4;
        const int JobsEach = 2000;
        Thread runner = new(() =>
        {
            while (_queue.Take() is { } job)
            {
                job.Run();
                _queue.Finish(job);
            }
        });
        runner.Start();
        int refused = 0;
        Task<List<Job>>[] callers = [.. Enumerable.Range(0, Threads).Select(seed => Task.Run(() =>
        {
            Random random = new(seed);
            object client = new();
            List<Job> jobs = [];
            for (int i = 0; i < JobsEach; i++)
            {
                Job job = new(client, random.Next(3) == 0 ? "page" : null, _ => Response());
                try
                {
                    _queue.Add(job);
                    jobs.Add(job);
                    if (random.Next(4) == 0) _queue.Cancel(job);
                }
                catch (DaemonException e) when (e.Code == DaemonErrorCode.Busy)
                {
                    Interlocked.Increment(ref refused);
                    Thread.Yield();
                }
            }

            return jobs;
        }))];
        List<Job> all = [.. (await Task.WhenAll(callers)).SelectMany(jobs => jobs)];
        foreach (Job job in all) await job.Answer.ContinueWith(_ => { }, TaskScheduler.Default).WaitAsync(TimeSpan.FromSeconds(30));
        _queue.Close(cancelRunning: false);
        runner.Join();

        Assert.Equal(Threads * JobsEach, all.Count + refused);
        Assert.Equal((0, 0), (_queue.Waiting, _queue.Running));
    }

    private static ColorizeResponse Response() => new() { Model = "m", Device = "cpu" };

    private Job Add(object client, string? document = null)
    {
        Job job = new(client, document, _ => Response());
        _queue.Add(job);
        return job;
    }

    private List<Job> Drain()
    {
        List<Job> order = [];
        while (_queue.TryTake(out Job? job))
        {
            job.Run();
            _queue.Finish(job);
            order.Add(job);
        }

        return order;
    }
}
