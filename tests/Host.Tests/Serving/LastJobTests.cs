using PdnColorize.Host.Serving;
using PdnColorize.Tests.Time;

namespace PdnColorize.Host.Tests.Serving;

/// <summary>How long the daemon waits for its last job, on a clock of the test's own.</summary>
public sealed class LastJobTests
{
    private readonly ManualTime _time = new();
    private readonly TaskCompletionSource _ended = new();
    private readonly TaskCompletionSource _cancelled = new();

    [Fact]
    public async Task WaitAsync_JobIsFinished_TakesAsLongAsItTakes()
    {
        Task<bool> wait = LastJob.WaitAsync(_ended.Task, _cancelled.Task, _time);

        _time.Advance(TimeSpan.FromHours(1));
        Assert.False(wait.IsCompleted);
        _ended.SetResult();

        Assert.True(await wait);
    }

    [Fact]
    public async Task WaitAsync_CancelledJobHangs_GivesUpInAWhile()
    {
        _cancelled.SetResult();
        Task<bool> wait = LastJob.WaitAsync(_ended.Task, _cancelled.Task, _time);

        _time.Advance(LastJob.LongestCancellation - TimeSpan.FromMilliseconds(1));
        Assert.False(wait.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.False(await wait.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task WaitAsync_NoJobCanRunAnyMore_Throws()
    {
        _ended.SetException(new InvalidOperationException("The thread has failed."));

        await Assert.ThrowsAsync<InvalidOperationException>(() => LastJob.WaitAsync(_ended.Task, _cancelled.Task, _time));
    }
}
