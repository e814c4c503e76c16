namespace PdnColorize.Client;

/// <summary>Who calls, and which daemon.</summary>
public sealed record DaemonClientOptions
{
    /// <summary>What the caller is, for the daemon's log: "effect", "command line".</summary>
    public required string ClientName { get; init; }

    /// <summary>The daemon's executable; null to look for it, see <see cref="Starting.DaemonLocator"/>.</summary>
    public string? DaemonPath { get; init; }

    /// <summary>Arguments that the executable is started with.</summary>
    public IReadOnlyList<string> DaemonArguments { get; init; } = ["serve", "--background"];

    /// <summary>Sets the daemon apart from others of the same installation; null for what <see cref="Protocol.Runtime.DaemonAddress.InstanceVariable"/> says.</summary>
    public string? Instance { get; init; }

    /// <summary>Environment variables for a daemon that is started; a null value removes one.</summary>
    public IReadOnlyDictionary<string, string?> DaemonEnvironment { get; init; } = new Dictionary<string, string?>();

    /// <summary>How long to wait for what.</summary>
    public DaemonWaits Waits { get; init; } = new();
}
