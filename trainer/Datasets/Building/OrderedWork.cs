using System.Runtime.CompilerServices;

namespace PdnColorize.Datasets.Building;

/// <summary>Works on many items at once and gives the results in the items' order.</summary>
internal static class OrderedWork
{
    // Enough that one slow item does not leave the other workers idle; few enough that the results waiting for it stay in memory.
    private const int AheadPerWorker = 4;

    /// <param name="items">What to work on.</param>
    /// <param name="workers">Most items in work at the same time.</param>
    /// <param name="work">Makes the result of one item.</param>
    /// <param name="cancellation">Ends the enumeration with <see cref="OperationCanceledException"/>, after the items in work have ended.</param>
    public static async IAsyncEnumerable<TResult> SelectAsync<TItem, TResult>(
        IEnumerable<TItem> items, int workers, Func<TItem, Task<TResult>> work, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using SemaphoreSlim free = new(workers);
        Queue<Task<TResult>> started = [];
        using IEnumerator<TItem> next = items.GetEnumerator();
        bool more = true;
        try
        {
            while (more || started.Count > 0)
            {
                while (more && started.Count < workers * AheadPerWorker && (more = next.MoveNext()))
                    started.Enqueue(RunAsync(next.Current));
                if (started.Count > 0) yield return await started.Dequeue().ConfigureAwait(false);
                cancellation.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            // Nothing may run on when the caller goes its way: it could write, or read what the caller deletes.
            await ((Task)Task.WhenAll(started)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task<TResult> RunAsync(TItem item)
        {
            await free.WaitAsync(cancellation).ConfigureAwait(false);
            try
            {
                return await Task.Run(() => work(item), cancellation).ConfigureAwait(false);
            }
            finally
            {
                free.Release();
            }
        }
    }
}
