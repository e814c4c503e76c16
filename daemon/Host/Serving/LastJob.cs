namespace PdnColorize.Host.Serving;

/// <summary>The end of the job that runs when the daemon is asked to end.</summary>
internal static class LastJob
{
    /// <summary>A job that is cancelled ends within 250 ms. One that takes this long hangs, in a driver most likely, and would keep the daemon from ending for ever.</summary>
    public static readonly TimeSpan LongestCancellation = TimeSpan.FromSeconds(30);

    /// <summary>Waits for the job: as long as it takes, but once it was cancelled no longer than <see cref="LongestCancellation"/>.</summary>
    /// <param name="ended">Completes when no job runs any more.</param>
    /// <param name="cancelled">Completes when the job that runs was cancelled.</param>
    /// <param name="time">The clock.</param>
    /// <returns>Whether it ended. What <paramref name="ended"/> failed with is thrown.</returns>
    public static async Task<bool> WaitAsync(Task ended, Task cancelled, TimeProvider time)
    {
        await Task.WhenAny(ended, cancelled);
        try
        {
            await ended.WaitAsync(LongestCancellation, time);
            return true;
        }
        catch (TimeoutException) when (!ended.IsCompleted)
        {
            return false;
        }
    }
}
