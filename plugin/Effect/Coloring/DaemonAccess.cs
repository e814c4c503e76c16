using PdnColorize.Client;
using PdnColorize.Client.Jobs;
using PdnColorize.Client.Starting;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Runtime;

namespace PdnColorize.Effect.Coloring;

/// <summary>The process's one connection to the daemon. It stays open between runs: it costs the daemon nothing, and keeps it from nothing, not even from ending.</summary>
internal static class DaemonAccess
{
    private static readonly Lock Gate = new();

    /// <summary>Random, so that it says nothing of the user's documents. One for all of them: Paint.NET runs one effect at a time.</summary>
    private static readonly string DocumentId = Guid.NewGuid().ToString("N");

    private static DaemonClient? _client;
    private static string? _identity;

    /// <summary>Which daemon is called: changes with the environment variables that choose one.</summary>
    public static string Identity =>
        string.Join('|', Environment.GetEnvironmentVariable(DaemonLocator.PathVariable), Environment.GetEnvironmentVariable(DaemonAddress.InstanceVariable));

    /// <summary>Begins to connect, and to start the daemon if there is none, while the user looks at the dialog. Returns at once; errors will come again with the first job.</summary>
    public static void WarmUp() => _ = Task.Run(async () =>
    {
        try
        {
            await Client().ConnectAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is DaemonException or OperationCanceledException or ObjectDisposedException)
        {
            // The user has not asked for anything yet.
        }
    });

    /// <summary>Has a drawing coloured.</summary>
    /// <exception cref="DaemonException">With the reason.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static async Task<ReadOnlyMemory<byte>> ColorizeAsync(ColorizeJob job, CancellationToken cancellationToken)
    {
        ColorizedPicture picture = await Client().ColorizeAsync(job with { DocumentId = DocumentId }, progress: null, cancellationToken).ConfigureAwait(false);
        return picture.Pixels;
    }

    private static DaemonClient Client()
    {
        lock (Gate)
        {
            string identity = Identity;
            if (_client is not null && _identity == identity) return _client;
            _client?.Dispose();
            _identity = identity;
            return _client = new DaemonClient(new DaemonClientOptions { ClientName = "effect", Waits = new DaemonWaits().WithPatience() });
        }
    }
}
