using PdnColorize.Client;
using PdnColorize.Client.Jobs;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.Soak;

/// <summary>Makes callers and small drawings.</summary>
internal static class SoakClient
{
    private const int Side = 128;

    /// <summary>A caller of the daemon that a soak run has for itself.</summary>
    public static DaemonClient Create(string instance) => new(new DaemonClientOptions
    {
        ClientName = "soak",
        DaemonPath = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "pdncolorize.exe" : "pdncolorize"),
        Instance = instance,
    });

    /// <summary>A frame and a few lines, different each time.</summary>
    public static ColorizeJob CreateJob(Random random)
    {
        byte[] pixels = new byte[Side * Side * 4];
        Array.Fill(pixels, (byte)255);
        int across = random.Next(20, Side - 20);
        for (int i = 8; i < Side - 8; i++)
        {
            foreach ((int x, int y) in (ReadOnlySpan<(int, int)>)[(i, 8), (i, Side - 9), (8, i), (Side - 9, i), (i, across), (across, i)])
                pixels.AsSpan(((y * Side) + x) * 4, 3).Clear();
        }

        return new ColorizeJob { Width = Side, Height = Side, LineArt = pixels, Settings = new ColorizeSettings { Result = ResultKind.Colors } };
    }

    /// <summary>Calls until its process is killed.</summary>
    public static async Task<int> RunToBeKilledAsync(string instance)
    {
        using DaemonClient client = Create(instance);
        while (true) await client.ColorizeAsync(CreateJob(Random.Shared));
    }
}
