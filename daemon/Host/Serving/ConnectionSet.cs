namespace PdnColorize.Host.Serving;

/// <summary>The open connections. May be used by several threads.</summary>
/// <param name="maximum">Connections served at once.</param>
internal sealed class ConnectionSet(int maximum)
{
    private readonly Lock _lock = new();
    private readonly HashSet<ClientSession> _served = [];

    /// <summary>Connections served now.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _served.Count;
        }
    }

    /// <summary>Adds a connection if there is room for it.</summary>
    public bool TryAdd(ClientSession session)
    {
        lock (_lock) return _served.Count < maximum && _served.Add(session);
    }

    /// <summary>Removes a connection that has ended.</summary>
    public void Remove(ClientSession session)
    {
        lock (_lock) _served.Remove(session);
    }
}
