using Microsoft.Extensions.Logging.Abstractions;
using PdnColorize.Colorization.Models;
using PdnColorize.Host.Engine;
using PdnColorize.Tests.Time;

namespace PdnColorize.Host.Tests.Engine;

/// <summary>What others can do while a model is loaded, which takes seconds, and what becomes of loads that fail or that nobody waits for.</summary>
public sealed class ModelLoadingTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private readonly ModelCache<Loaded> _cache;
    private readonly ManualResetEventSlim _mayLoad = new(initialState: true);
    private readonly SemaphoreSlim _begun = new(0);
    private volatile Exception? _failure;
    private volatile Loaded? _last;
    private int _loads;

    public ModelLoadingTests()
    {
        ManualTime time = new();
        // Long ago on the cache's clock: no folder is still being copied.
        time.Advance(DateTime.UtcNow.AddDays(1) - DateTime.UnixEpoch);
        _cache = new ModelCache<Loaded>(new ModelStore([_folder[""]]), (_, _) => Load(), maximumModels: 2, time, NullLogger.Instance);
        Install("one");
        Install("two");
    }

#pragma warning disable CA2201 // Libraries and the runtime throw these; here they stand in for them.
    public static TheoryData<Exception> Failures =>
    [
        new System.Runtime.InteropServices.ExternalException("CUDA out of memory"),
        new OutOfMemoryException(),
        new PdnColorize.Colorization.Devices.DeviceException("There is none."),
        new ModelException(ModelError.HashMismatch, "broken"),
    ];
#pragma warning restore CA2201

    public void Dispose()
    {
        _mayLoad.Set();
        _cache.Dispose();
        _folder.Dispose();
        _begun.Dispose();
        _mayLoad.Dispose();
    }

    /// <summary>It is called by a timer: an exception would end the daemon.</summary>
    [Theory]
    [MemberData(nameof(Failures))]
    public void Refresh_LoadFails_KeepsTheModelAndThrowsNothing(Exception failure)
    {
        Loaded old = Use("one");
        Touch("one");
        _failure = failure;

        _cache.Refresh();

        Assert.False(old.IsDisposed);
        Assert.Equal("one", _cache.MostRecent);
        Assert.Throws(failure.GetType(), () => _cache.Rent("one", "cpu"));
        _failure = null;
        Assert.NotSame(old, Use("one"));
    }

    [Fact]
    public async Task Rent_AnotherModelIsLoaded_NobodyWaitsForThat()
    {
        ModelCache<Loaded>.Lease job = _cache.Rent("one", "cpu");
        _mayLoad.Reset();
        await _begun.WaitAsync(Patience);
        Task<Loaded> other = Task.Run(() => Use("two"));
        Assert.True(await _begun.WaitAsync(Patience));

        await Task.Run(job.Dispose).WaitAsync(Patience);
        await Task.Run(() => Use("one")).WaitAsync(Patience);

        Assert.False(other.IsCompleted);
        _mayLoad.Set();
        await other.WaitAsync(Patience);
    }

    [Fact]
    public async Task Rent_CancelledWhileTheModelIsLoaded_EndsAtOnceAndTheNextOneGetsTheModel()
    {
        _mayLoad.Reset();
        using CancellationTokenSource cancellation = new();
        Task<ModelCache<Loaded>.Lease> rent = Task.Run(() => _cache.Rent("one", "cpu", null, cancellation.Token));
        Assert.True(await _begun.WaitAsync(Patience));

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rent.WaitAsync(Patience));
        Task<Loaded> next = Task.Run(() => Use("one"));
        _mayLoad.Set();
        Loaded loaded = await next.WaitAsync(Patience);
        Assert.Same(_last, loaded);
        Assert.Equal(1, _loads);
    }

    [Fact]
    public async Task Rent_SeveralAtOnce_LoadOnce()
    {
        _mayLoad.Reset();
        Task<Loaded>[] users = [.. Enumerable.Range(0, 3).Select(_ => Task.Run(() => Use("one")))];
        Assert.True(await _begun.WaitAsync(Patience));
        _mayLoad.Set();

        Loaded[] all = await Task.WhenAll(users).WaitAsync(Patience);

        Assert.Single(all.Distinct());
        Assert.Equal(1, _loads);
    }

    [Fact]
    public async Task Dispose_ModelIsLoaded_NothingIsLeftInMemory()
    {
        _mayLoad.Reset();
        Task<Loaded> rent = Task.Run(() => Use("one"));
        Assert.True(await _begun.WaitAsync(Patience));

        Task disposing = Task.Run(_cache.Dispose);
        // Either order is right: the load is done first, or it finds that nobody wants it any more.
        _mayLoad.Set();
        await disposing.WaitAsync(Patience);

        await rent.ContinueWith(_ => { }, TaskScheduler.Default).WaitAsync(Patience);
        Assert.True(_last!.IsDisposed);
    }

    private Loaded Load()
    {
        Interlocked.Increment(ref _loads);
        _begun.Release();
        Assert.True(_mayLoad.Wait(Patience));
        if (_failure is { } failure) throw failure;
        return _last = new Loaded();
    }

    private Loaded Use(string name)
    {
        using ModelCache<Loaded>.Lease lease = _cache.Rent(name, "cpu");
        return lease.Networks;
    }

    private void Install(string name)
    {
        _folder.Folder(name);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "models", "default", "model.json"), _folder[$"{name}/model.json"]);
        File.WriteAllText(_folder[$"{name}/stage1.safetensors"], "weights");
        File.WriteAllText(_folder[$"{name}/reading.safetensors"], "weights");
    }

    private void Touch(string name) => File.AppendAllText(_folder[$"{name}/stage1.safetensors"], "!");

    private sealed class Loaded : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
