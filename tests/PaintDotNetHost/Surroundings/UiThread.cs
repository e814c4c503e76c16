using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using PaintDotNet.AppModel;

namespace PdnColorize.PaintDotNetHost.Surroundings;

/// <summary>The thread that would draw windows: effects are constructed and their dialogs are made on it.</summary>
public sealed class UiThread : IUISynchronizationContext, IDisposable
{
    private readonly BlockingCollection<Action> _work = [];
    private readonly Thread _thread;
    private readonly Action<Exception> _onFailure;

    /// <param name="onFailure">Told of exceptions of what was posted.</param>
    internal UiThread(Action<Exception> onFailure)
    {
        _onFailure = onFailure;
        _thread = new Thread(Run) { Name = "Host UI", IsBackground = true };
        _thread.Start();
    }

    public bool IsOnUIThread => Thread.CurrentThread == _thread;

    /// <summary>Whether it does something within a time: it is neither dead nor blocked.</summary>
    public bool Answers(TimeSpan limit)
    {
        // Not disposed: the answer may come after the limit.
        ManualResetEventSlim answered = new();
        return !_work.IsAddingCompleted && _work.TryAdd(answered.Set) && answered.Wait(limit);
    }

    public void Post(SendOrPostCallback d, object? state) => _work.Add(() => d(state));

    public void Send(SendOrPostCallback d, object? state) => Invoke<object?>(() =>
    {
        d(state);
        return null;
    });

    public void Dispose()
    {
        _work.CompleteAdding();
        if (_thread.Join(TimeSpan.FromSeconds(10))) _work.Dispose();
    }

    /// <summary>Does something there, and waits for it. Its exception comes out here.</summary>
    internal T Invoke<T>(Func<T> work)
    {
        if (IsOnUIThread) return work();
        TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() =>
        {
            try
            {
                done.SetResult(work());
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        });
        done.Task.ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        if (done.Task.Exception is { } failed) ExceptionDispatchInfo.Throw(failed.InnerException!);
        return done.Task.Result;
    }

    private void Run()
    {
        foreach (Action work in _work.GetConsumingEnumerable())
        {
            try
            {
                work();
            }
            catch (Exception e)
            {
                _onFailure(e);
            }
        }
    }
}
