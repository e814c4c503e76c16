using Microsoft.Extensions.Logging;

namespace PdnColorize.Host.Engine;

/// <summary>
/// Calls back a moment after something changed below the models' folders. A convenience: each job looks for itself whether its model changed, so events that the
/// system loses cost time, never correctness.
/// </summary>
internal sealed class ModelWatcher : IDisposable
{
    /// <summary>Copying a model takes a moment and makes many events; a quiet moment this long ends them.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly Timer _timer;

    public ModelWatcher(IEnumerable<string> roots, Action changed, ILogger logger)
    {
        _timer = new Timer(_ => changed());
        foreach (string root in roots.Where(Directory.Exists)) TryWatch(root, logger);
    }

    public void Dispose()
    {
        foreach (FileSystemWatcher watcher in _watchers) watcher.Dispose();
        _timer.Dispose();
    }

    private void TryWatch(string root, ILogger logger)
    {
        try
        {
            FileSystemWatcher watcher = new(root) { IncludeSubdirectories = true };
            FileSystemEventHandler onChange = (_, _) => _timer.Change(Quiet, Timeout.InfiniteTimeSpan);
            watcher.Changed += onChange;
            watcher.Created += onChange;
            watcher.Renamed += (_, _) => _timer.Change(Quiet, Timeout.InfiniteTimeSpan);
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Linux has a limit on watches for each user.
            Log.NotWatching(logger, e.GetType().Name);
        }
    }
}
