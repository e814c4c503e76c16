using System.IO.Pipes;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using PdnColorize.DaemonTests.Support;
using PdnColorize.DaemonWithTestEngine;
using PdnColorize.Host.Jobs;
using PdnColorize.Host.Serving;
using PdnColorize.Host.Settings;
using PdnColorize.Protocol.Runtime;
using StreamJsonRpc;

namespace PdnColorize.DaemonTests;

/// <summary>Listeners to whom the system says no.</summary>
public sealed class ListenerTests
{
    /// <summary>Each of the four listeners fails, and fails again.</summary>
    private const int Failures = 8;

    public static TheoryData<Exception> Refusals =>
    [
        new SocketException((int)SocketError.TooManyOpenSockets),
        new IOException("The caller left."),
        new UnauthorizedAccessException("The caller is somebody else."),
        new OperationCanceledException("Nobody asked for that."),
        new NotSupportedException("Whatever else."),
    ];

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Accept_FailsForAWhile_ListensAgainAfterwards(Exception refusal)
    {
        DaemonAddress address = DaemonAddress.OfInstallation(AppContext.BaseDirectory, Guid.NewGuid().ToString("N"));
        using TestEngine engine = new();
        using PixelArrays arrays = new(TimeProvider.System);
        DaemonOptions options = new();
        DaemonServices services = new(
            options,
            engine,
            new JobQueue(options.WaitingJobs),
            arrays,
            new DaemonStatistics(TimeProvider.System),
            new ConnectionSet(options.Connections),
            TimeProvider.System,
            NullLogger<DaemonServices>.Instance);
        int calls = 0;
        await using PipeServer server = new(
            address, services, (pipe, stop) => Interlocked.Increment(ref calls) <= Failures ? Task.FromException(refusal) : pipe.WaitForConnectionAsync(stop));
        server.Start();

        using CancellationTokenSource patience = new(RunningDaemon.Patience);
        while (!await GreetsAsync(address, patience.Token)) patience.Token.ThrowIfCancellationRequested();

        Assert.True(calls > Failures);
    }

    /// <summary>Connects and says hello.</summary>
    /// <returns>False if the connection was lost: on Windows a caller may have got hold of a pipe that is about to be replaced.</returns>
    private static async Task<bool> GreetsAsync(DaemonAddress address, CancellationToken cancellationToken)
    {
        try
        {
            NamedPipeClientStream pipe = address.CreateClient();
            await pipe.ConnectAsync(cancellationToken);
            using Caller caller = new(pipe);
            await caller.HelloAsync();
            return true;
        }
        catch (Exception e) when (e is ConnectionLostException or IOException)
        {
            return false;
        }
    }
}
