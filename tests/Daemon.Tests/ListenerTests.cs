using System.IO.Pipes;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using PdnColorize.DaemonTests.Support;
using PdnColorize.DaemonWithTestEngine;
using PdnColorize.Host.Jobs;
using PdnColorize.Host.Serving;
using PdnColorize.Host.Settings;
using PdnColorize.Protocol.Runtime;
using PdnColorize.Tests.Platforms;

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

    // On Windows a caller gets hold of a pipe before anybody accepts it, and loses it when the listener replaces it.
    [UnixTheory]
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

        NamedPipeClientStream late = address.CreateClient();
        await late.ConnectAsync((int)RunningDaemon.Patience.TotalMilliseconds);
        using Caller caller = new(late);
        await caller.HelloAsync();

        Assert.True(calls > Failures);
    }
}
