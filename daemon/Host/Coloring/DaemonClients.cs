using System.Globalization;
using PdnColorize.Client;

namespace PdnColorize.Host.Coloring;

/// <summary>Makes clients for the daemon of this installation.</summary>
internal static class DaemonClients
{
    /// <summary>Environment variable with a factor for every wait of the command line, for very slow or busy machines; 1 unless set.</summary>
    public const string PatienceVariable = "PDNCOLORIZE_PATIENCE";

    private const double MostPatience = 1000;

    /// <summary>A client that calls, and if need be starts, the executable beside this one.</summary>
    public static DaemonClient Create(DaemonWaits? waits = null) => new(new DaemonClientOptions
    {
        ClientName = "command line",
        // Not the process's own path: that is 'dotnet' when a developer runs the library.
        DaemonPath = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "pdncolorize.exe" : "pdncolorize"),
        Waits = Multiply(waits ?? new DaemonWaits(), Patience()),
    });

    private static double Patience() =>
        double.TryParse(Environment.GetEnvironmentVariable(PatienceVariable), NumberStyles.Float, CultureInfo.InvariantCulture, out double factor)
            && factor is >= 1 and <= MostPatience ? factor : 1;

    private static DaemonWaits Multiply(DaemonWaits waits, double factor) => waits with
    {
        Connect = waits.Connect * factor,
        Start = waits.Start * factor,
        Hello = waits.Hello * factor,
        Call = waits.Call * factor,
        Silence = waits.Silence * factor,
        Shutdown = waits.Shutdown * factor,
    };
}
