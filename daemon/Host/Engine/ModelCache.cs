using Microsoft.Extensions.Logging;
using PdnColorize.Colorization.Models;

namespace PdnColorize.Host.Engine;

/// <summary>
/// Keeps loaded models. Before each use the folder is looked at: a changed model is loaded beside the old one and takes its place in one step; who still uses the
/// old one keeps it to the end. May be used by several threads.
/// </summary>
/// <typeparam name="TNetworks">What a model becomes in memory.</typeparam>
/// <param name="store">Finds models.</param>
/// <param name="load">Reads a model's folder onto a device, given by its name.</param>
/// <param name="maximumModels">Models kept in memory; at least 1.</param>
/// <param name="time">The clock that file times are compared with.</param>
/// <param name="logger">Told of loads and swaps, by name.</param>
internal sealed class ModelCache<TNetworks>(
    ModelStore store, Func<ModelFolder, string, TNetworks> load, int maximumModels, TimeProvider time, ILogger logger) : IDisposable
    where TNetworks : class, IDisposable
{
    /// <summary>A folder that changed less long ago may still be half copied: until then the old model goes on when the new one does not load.</summary>
    private static readonly TimeSpan SettlingTime = TimeSpan.FromSeconds(10);

    /// <summary>What a load that nobody waits for any more may still take when the process ends.</summary>
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(10);

    /// <summary>Held for moments only, never while a model is loaded: a job that is done gives its model back before it answers.</summary>
    private readonly Lock _lock = new();

    /// <summary>The most recently used first.</summary>
    private readonly List<Entry> _entries = [];

    /// <summary>What is being loaded: each once, however many want it.</summary>
    private readonly Dictionary<(string Name, string Device), Task<Entry>> _loading = [];

    private bool _disposed;
    private volatile string? _mostRecent;

    /// <summary>Name of the model used last and still in memory. Does not wait while a model is loaded.</summary>
    public string? MostRecent => _mostRecent;

    /// <summary>Gives a model, as its folder is now.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="device">The device's name.</param>
    /// <param name="loading">Called before a model is loaded, which takes a moment.</param>
    /// <param name="cancellationToken">Ends the waiting for a model; its loading goes on, for whoever wants it next.</param>
    /// <exception cref="ModelException">There is no such model, or it cannot be used.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Lease Rent(string name, string device, Action? loading = null, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            ModelFingerprint fingerprint = FingerprintOf(name);
            Task<Entry>? pending;
            bool isOwn;
            lock (_lock)
            {
                ObjectDisposedException.ThrowIf(_disposed, this);
                Entry? entry = _entries.Find(e => e.Name == name && e.Device == device);
                if (entry is not null && entry.Fingerprint.IsSameAs(fingerprint)) return Lend(entry);
                isOwn = !_loading.TryGetValue((name, device), out pending);
                if (isOwn) _loading.Add((name, device), pending = BeginLoading(entry, name, device, fingerprint));
            }

            loading?.Invoke();
            Entry loaded = pending!.WaitAsync(cancellationToken).GetAwaiter().GetResult();
            lock (_lock)
            {
                // One that somebody else began to load may be out of date already; and any may be forgotten again by now.
                if (!loaded.Retired && (isOwn || loaded.Fingerprint.IsSameAs(fingerprint))) return Lend(loaded);
            }
        }
    }

    /// <summary>Loads anew what changed on disk, so that the next job need not wait for it. Never throws: it runs by itself, and what fails must not end the process.</summary>
    public void Refresh()
    {
        List<(string Name, string Device)> loaded;
        lock (_lock) loaded = _disposed ? [] : [.. _entries.Select(entry => (entry.Name, entry.Device)).Reverse()];
        foreach ((string name, string device) in loaded)
        {
            try
            {
                Rent(name, device).Dispose();
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            catch (Exception e)
            {
                // A damaged folder, no memory left on the GPU or elsewhere, a device that is gone: the job that wants it next is told.
                Log.ModelNotRefreshed(logger, name, e.GetType().Name);
            }
        }
    }

    /// <summary>Forgets all models; those in use live until their users are done.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            foreach (Entry entry in _entries) Retire(entry);
            _entries.Clear();
            _mostRecent = null;
        }
    }

    public void Dispose()
    {
        Task[] loading;
        lock (_lock)
        {
            _disposed = true;
            Clear();
            loading = [.. _loading.Values];
        }

        // A process that ends while its libraries still compute may crash.
        ((IAsyncResult)Task.WhenAll(loading)).AsyncWaitHandle.WaitOne(LongestFarewell);
    }

    /// <summary>Hands a model out; the lock is held.</summary>
    private Lease Lend(Entry entry)
    {
        _entries.Remove(entry);
        _entries.Insert(0, entry);
        _mostRecent = entry.Name;
        entry.Users++;
        return new Lease(this, entry);
    }

    private ModelFingerprint FingerprintOf(string name)
    {
        string folder = store.Find(name);
        try
        {
            return ModelFingerprint.Of(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(ModelError.Unreadable, $"The folder of the model '{name}' cannot be read. Install the model again.", e);
        }
    }

    /// <summary>
    /// Loads in a thread of its own, so that who waits can be cancelled, and without the lock, so that nobody else waits. The thread ends with it: OpenMP keeps memory for each thread that ever
    /// computed.
    /// </summary>
    private Task<Entry> BeginLoading(Entry? former, string name, string device, ModelFingerprint fingerprint) => Task.Factory.StartNew(
        () =>
        {
            try
            {
                return Replace(former, name, device, fingerprint, load(store.Open(name), device));
            }
            catch (ModelException e) when (former is not null && time.GetUtcNow().UtcDateTime - fingerprint.LastChange < SettlingTime)
            {
                Log.ModelKept(logger, name, e.Error);
                return former;
            }
            finally
            {
                lock (_lock) _loading.Remove((name, device));
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    private Entry Replace(Entry? former, string name, string device, ModelFingerprint fingerprint, TNetworks networks)
    {
        lock (_lock)
        {
            if (_disposed)
            {
                networks.Dispose();
                throw new ObjectDisposedException(nameof(ModelCache<TNetworks>));
            }

            if (former is null) Log.ModelLoaded(logger, name, device);
            else Log.ModelReplaced(logger, name, device);
            if (former is not null && _entries.Contains(former)) Forget(former);
            while (_entries.Count >= maximumModels) Forget(_entries[^1]);
            Entry entry = new(name, device, fingerprint, networks);
            _entries.Add(entry);
            return entry;
        }
    }

    private void Forget(Entry entry)
    {
        _entries.Remove(entry);
        Retire(entry);
    }

    private static void Retire(Entry entry)
    {
        entry.Retired = true;
        if (entry.Users == 0) entry.Networks.Dispose();
    }

    private void Return(Entry entry)
    {
        lock (_lock)
        {
            entry.Users--;
            if (entry.Retired && entry.Users == 0) entry.Networks.Dispose();
        }
    }

    /// <summary>A model in use; dispose to give it back.</summary>
    public sealed class Lease : IDisposable
    {
        private readonly ModelCache<TNetworks> _cache;
        private Entry? _entry;

        internal Lease(ModelCache<TNetworks> cache, Entry entry)
        {
            _cache = cache;
            _entry = entry;
        }

        /// <summary>The model in memory.</summary>
        public TNetworks Networks => (_entry ?? throw new ObjectDisposedException(nameof(Lease))).Networks;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _entry, null) is { } entry) _cache.Return(entry);
        }
    }

    internal sealed class Entry(string name, string device, ModelFingerprint fingerprint, TNetworks networks)
    {
        public string Name { get; } = name;

        public string Device { get; } = device;

        public ModelFingerprint Fingerprint { get; } = fingerprint;

        public TNetworks Networks { get; } = networks;

        public int Users { get; set; }

        /// <summary>No longer handed out; disposed when the last user is done.</summary>
        public bool Retired { get; set; }
    }
}
