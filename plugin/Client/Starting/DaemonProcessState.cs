namespace PdnColorize.Client.Starting;

/// <summary>What became of a daemon that was started.</summary>
internal enum DaemonProcessState
{
    /// <summary>It runs.</summary>
    Running,

    /// <summary>It ended because another daemon was faster.</summary>
    LostTheRace,

    /// <summary>It ended before it wrote anything: somebody else ended it, since it says why when it gives up by itself.</summary>
    Killed,

    /// <summary>It gave up, and wrote why.</summary>
    Failed,
}
