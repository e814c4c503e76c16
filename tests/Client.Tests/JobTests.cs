using System.Collections.Concurrent;
using PdnColorize.Client.Jobs;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;
using PdnColorize.Protocol.Pixels;
using PdnColorize.TestDaemon;

namespace PdnColorize.Client.Tests;

public sealed class JobTests
{
    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(37, 21, true)]
    [InlineData(2000, 1000, true)]
    public async Task ColorizeAsync_Picture_ComesBackColoured(int width, int height, bool hints)
    {
        using TestInstallation installation = new(Scenario.Good);
        using DaemonClient client = installation.CreateClient();
        ColorizeJob job = TestPicture.Job(width, height, hints: hints) with { Settings = new ColorizeSettings { Model = "mine" } };

        ColorizedPicture picture = await client.ColorizeAsync(job);

        Assert.Equal((width, height), (picture.Width, picture.Height));
        Assert.True(picture.Pixels.Span.SequenceEqual(TestPicture.Expected(job)));
        Assert.Equal("mine", picture.Details.Model);
        Assert.Equal(hints ? 1 : 0, picture.Details.HintCount);
        AssertNothingIsLeft(installation);
    }

    [Fact]
    public async Task ColorizeAsync_LargePicturesOneAfterAnother_EachIsItsOwn()
    {
        using TestInstallation installation = new(Scenario.Good);
        using DaemonClient client = installation.CreateClient();
        ColorizeJob[] jobs = [TestPicture.Job(1500, 1500, seed: 1), TestPicture.Job(2000, 1400, seed: 2, hints: true), TestPicture.Job(1500, 1500, seed: 3)];
        List<ColorizedPicture> pictures = [];

        foreach (ColorizeJob job in jobs) pictures.Add(await client.ColorizeAsync(job));

        // All at the end: nothing of a later one gets into an earlier one's array.
        for (int i = 0; i < jobs.Length; i++) Assert.True(pictures[i].Pixels.Span.SequenceEqual(TestPicture.Expected(jobs[i])));
        // What is kept for another one goes with the client.
        client.Dispose();
        AssertNothingIsLeft(installation);
    }

    [Fact]
    public async Task ColorizeAsync_LargePictureAgain_GoesThroughTheSameMemory()
    {
        using TestInstallation installation = new(Scenario.Good);
        using DaemonClient client = installation.CreateClient();
        ColorizeJob first = TestPicture.Job(1501, 1501, seed: 1);
        ColorizeJob second = TestPicture.Job(1501, 1501, seed: 2);

        await client.ColorizeAsync(first);
        ColorizedPicture picture = await client.ColorizeAsync(second);

        Assert.True(picture.Pixels.Span.SequenceEqual(TestPicture.Expected(second)));
        IReadOnlyList<string> names = installation.Notes("job");
        Assert.Equal(names[0].Split(' ').Order(), names[1].Split(' ').Order());
    }

    /// <summary>The first daemon may live on, whatever the client thinks, and write its result when it is done.</summary>
    [Fact]
    public async Task ColorizeAsync_LargePictureThatTwoDaemonsHad_ItsMemoryIsNotUsedAgain()
    {
        using TestInstallation installation = new(Scenario.LeaveAtFirstJob);
        using DaemonClient client = installation.CreateClient();
        ColorizeJob job = TestPicture.Job(1501, 1501);

        ColorizedPicture picture = await client.ColorizeAsync(job);

        Assert.True(picture.Pixels.Span.SequenceEqual(TestPicture.Expected(job)));
        AssertNothingIsLeft(installation);
    }

    [Fact]
    public async Task ColorizeAsync_LargeJobIsCancelledWhileItsMemoryIsPrepared_LeavesNothing()
    {
        using TestInstallation installation = new(Scenario.Slow);
        using DaemonClient client = installation.CreateClient();
        using CancellationTokenSource cancellation = new();

        Task<ColorizedPicture> job = client.ColorizeAsync(
            TestPicture.Job(4000, 4000),
            new DirectProgress(value => { if (value.Stage == ColorizeStage.Stage1) cancellation.Cancel(); }),
            cancellation.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.WaitAsync(TimeSpan.FromSeconds(60)));
        AssertNothingIsLeft(installation);
    }

    [Fact]
    public async Task ColorizeAsync_Progress_NeverFallsAndItsExceptionsDoNoHarm()
    {
        using TestInstallation installation = new(Scenario.Good);
        using DaemonClient client = installation.CreateClient();
        ConcurrentQueue<double> fractions = [];

        await client.ColorizeAsync(TestPicture.Job(3, 2), new DirectProgress(value =>
        {
            fractions.Enqueue(value.Fraction);
            throw new InvalidOperationException("The window is closed.");
        }));

        Assert.Equal([0, 0.5, 0.5, 1], fractions);
    }

    [Fact]
    public async Task ColorizeAsync_TwoClientsAndTenJobsAtOnce_EachGetsItsOwn()
    {
        using TestInstallation installation = new(Scenario.Good);
        using DaemonClient one = installation.CreateClient();
        using DaemonClient other = installation.CreateClient();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(async i =>
        {
            ColorizeJob job = TestPicture.Job(100 + i, 50, seed: i);
            ColorizedPicture picture = await (i % 2 == 0 ? one : other).ColorizeAsync(job);
            Assert.True(picture.Pixels.Span.SequenceEqual(TestPicture.Expected(job)));
        }));

        Assert.Single(installation.Notes("started"));
        AssertNothingIsLeft(installation);
    }

    [Theory]
    [InlineData(Scenario.Busy, DaemonErrorCode.Busy, "8 more wait")]
    [InlineData(Scenario.NewError, DaemonErrorCode.Unknown, "The moon is in the way. Wait for the morning.")]
    public async Task ColorizeAsync_DaemonRefuses_IsTheDaemonsError(Scenario scenario, DaemonErrorCode expected, string message)
    {
        using TestInstallation installation = new(scenario);
        using DaemonClient client = installation.CreateClient();

        DaemonException error = await Assert.ThrowsAsync<DaemonException>(() => client.ColorizeAsync(TestPicture.Job(3, 2)));

        Assert.Equal(expected, error.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        AssertNothingIsLeft(installation);
    }

    [Theory]
    [InlineData(Scenario.DieInFirstJob)]
    [InlineData(Scenario.LeaveAtFirstJob)]
    public async Task ColorizeAsync_DaemonGoesInTheMiddle_TheNextOneDoesIt(Scenario scenario)
    {
        using TestInstallation installation = new(scenario);
        using DaemonClient client = installation.CreateClient();
        ColorizeJob job = TestPicture.Job(30, 20);

        ColorizedPicture picture = await client.ColorizeAsync(job);

        Assert.True(picture.Pixels.Span.SequenceEqual(TestPicture.Expected(job)));
        Assert.Equal(2, installation.Notes("listening").Count);
        AssertNothingIsLeft(installation);
    }

    [Fact]
    public async Task ColorizeAsync_DaemonDiesEachTime_IsTriedTwiceAndNoMore()
    {
        using TestInstallation installation = new(Scenario.DieInJob);
        using DaemonClient client = installation.CreateClient();

        DaemonException error = await Assert.ThrowsAsync<DaemonException>(() => client.ColorizeAsync(TestPicture.Job(3, 2)));

        Assert.Equal(DaemonErrorCode.ConnectionLost, error.Code);
        Assert.Equal(2, installation.Notes("job").Count);
        AssertNothingIsLeft(installation);
    }

    [Fact]
    public async Task ColorizeAsync_Cancelled_EndsAtOnceAndInTheDaemonToo()
    {
        using TestInstallation installation = new(Scenario.Slow);
        using DaemonClient client = installation.CreateClient();
        using CancellationTokenSource cancellation = new();

        // Progress from the job itself: it runs.
        Task<ColorizedPicture> job = client.ColorizeAsync(
            TestPicture.Job(3, 2),
            new DirectProgress(value => { if (value.Stage == ColorizeStage.Stage1) cancellation.Cancel(); }),
            cancellation.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.WaitAsync(TimeSpan.FromSeconds(30)));
        await installation.WaitForAsync("cancelled");
        AssertNothingIsLeft(installation);
        // The connection is as good as before.
        Assert.Equal("test", (await client.ListModelsAsync()).Default);
        Assert.Single(installation.Notes("started"));
    }

    [Fact]
    public async Task ColorizeAsync_CancelledButTheDaemonDoesNotListen_EndsAllTheSame()
    {
        using TestInstallation installation = new(Scenario.Silent);
        using DaemonClient client = installation.CreateClient();
        using CancellationTokenSource cancellation = new();
        Task<ColorizedPicture> job = client.ColorizeAsync(TestPicture.Job(3, 2), null, cancellation.Token);
        await installation.WaitForAsync("job");

        cancellation.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.WaitAsync(TimeSpan.FromSeconds(30)));
        AssertNothingIsLeft(installation);
    }

    [Fact]
    public async Task ColorizeAsync_NoSignOfLife_GivesUp()
    {
        using TestInstallation installation = new(Scenario.Silent);
        using DaemonClient client = installation.CreateClient(TestInstallation.PatientWaits with { Silence = TimeSpan.FromSeconds(2) });

        DaemonException error = await Assert.ThrowsAsync<DaemonException>(() => client.ColorizeAsync(TestPicture.Job(3, 2)));

        Assert.Equal(DaemonErrorCode.DaemonNotAnswering, error.Code);
    }

    [Fact]
    public async Task ColorizeAsync_SlowButAlive_IsNotGivenUp()
    {
        using TestInstallation installation = new(Scenario.Slow);
        using DaemonClient client = installation.CreateClient(TestInstallation.PatientWaits with { Silence = TimeSpan.FromSeconds(4) });
        using CancellationTokenSource cancellation = new();
        Task<ColorizedPicture> job = client.ColorizeAsync(TestPicture.Job(3, 2), null, cancellation.Token);

        // Well beyond the limit of silence; progress comes all the while.
        await Task.Delay(TimeSpan.FromSeconds(6));

        Assert.False(job.IsCompleted);
        cancellation.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job);
    }

    [Fact]
    public async Task Dispose_InTheMiddleOfAJob_EndsItHereAndThere()
    {
        using TestInstallation installation = new(Scenario.Slow);
        DaemonClient client = installation.CreateClient();
        Task<ColorizedPicture> job = client.ColorizeAsync(TestPicture.Job(3, 2));
        await installation.WaitForAsync("job");

        client.Dispose();

        DaemonException error = await Assert.ThrowsAsync<DaemonException>(() => job.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal(DaemonErrorCode.ConnectionLost, error.Code);
        await installation.WaitForAsync("cancelled");
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.ColorizeAsync(TestPicture.Job(3, 2)));
        Assert.Single(installation.Notes("started"));
    }

    [Fact]
    public async Task ColorizeAsync_TooLargeAPicture_IsRefusedWithoutADaemon()
    {
        using TestInstallation installation = new(Scenario.Good);
        using DaemonClient client = installation.CreateClient();

        DaemonException error = await Assert.ThrowsAsync<DaemonException>(
            () => client.ColorizeAsync(new ColorizeJob { Width = 16385, Height = 1, LineArt = new byte[16385 * 4] }));

        Assert.Equal(DaemonErrorCode.PictureTooLarge, error.Code);
        Assert.Empty(installation.Record);
    }

    [Fact]
    public async Task ColorizeAsync_ArrayOfTheWrongSize_IsAMistakeOfTheProgram()
    {
        using TestInstallation installation = new(Scenario.Good);
        using DaemonClient client = installation.CreateClient();

        await Assert.ThrowsAsync<ArgumentException>(() => client.ColorizeAsync(TestPicture.Job(3, 2) with { Height = 3 }));
        await Assert.ThrowsAsync<ArgumentException>(() => client.ColorizeAsync(TestPicture.Job(3, 2) with { Hints = new byte[23] }));
    }

    /// <summary>No name that the daemons were given leads anywhere any more.</summary>
    private static void AssertNothingIsLeft(TestInstallation installation)
    {
        foreach (string name in installation.Notes("job").SelectMany(names => names.Split(' ')))
            Assert.Throws<DaemonException>(() => PixelMemory.Open(name).Dispose());
    }

    /// <summary>Progress that is told at once, where Progress&lt;T&gt; would post it.</summary>
    private sealed class DirectProgress(Action<ColorizeProgress> report) : IProgress<ColorizeProgress>
    {
        public void Report(ColorizeProgress value) => report(value);
    }
}
