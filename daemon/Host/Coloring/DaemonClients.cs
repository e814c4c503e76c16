using PdnColorize.Client;

namespace PdnColorize.Host.Coloring;

/// <summary>Makes clients for the daemon of this installation.</summary>
internal static class DaemonClients
{
    /// <summary>A client that calls, and if need be starts, the executable beside this one.</summary>
    public static DaemonClient Create(DaemonWaits? waits = null) => new(new DaemonClientOptions
    {
        ClientName = "command line",
        // Not the process's own path: that is 'dotnet' when a developer runs the library.
        DaemonPath = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "pdncolorize.exe" : "pdncolorize"),
        Waits = (waits ?? new DaemonWaits()).WithPatience(),
    });
}
