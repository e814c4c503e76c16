using System.IO.Pipes;
using PdnColorize.Client.Connecting;
using PdnColorize.Protocol;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;
using StreamJsonRpc;

namespace PdnColorize.Client.Tests;

public sealed class ConnectionTests
{
    /// <summary>Otherwise the second attempt at a job would take the dying connection again, fail at once, and blame the picture.</summary>
    [Fact]
    public async Task CallAsync_ConnectionLost_IsNotOpenEvenBeforeItsStreamIsClosed()
    {
        string name = Guid.NewGuid().ToString("N");
        await using NamedPipeServerStream there = new(name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
        NamedPipeClientStream here = new(".", name, PipeDirection.InOut, PipeOptions.Asynchronous);
        await Task.WhenAll(there.WaitForConnectionAsync(), here.ConnectAsync());
        using JsonRpc daemon = new(new HeaderDelimitedMessageHandler(there, new SystemTextJsonFormatter { JsonSerializerOptions = ProtocolJson.CreateOptions() }));
        daemon.AddLocalRpcMethod(RpcMethods.Hello, (HelloRequest _) => new HelloResponse { Protocol = ProtocolVersion.Current, Build = "test", ProcessId = Environment.ProcessId });
        daemon.AddLocalRpcMethod(RpcMethods.Status, there.Dispose);
        daemon.StartListening();
        using ManualResetEventSlim mayClose = new();
        using DaemonConnection connection = await DaemonConnection.OpenAsync(
            new SlowToCloseStream(here, mayClose), new DaemonClientOptions { ClientName = "test" }, TimeSpan.FromSeconds(30), mayBeEnding: false, CancellationToken.None);
        Assert.True(connection.IsOpen);

        DaemonException error = await Assert.ThrowsAsync<DaemonException>(
            () => connection.CallAsync<StatusResponse>(RpcMethods.Status, [], TimeSpan.FromSeconds(30), CancellationToken.None));

        Assert.Equal(DaemonErrorCode.ConnectionLost, error.Code);
        Assert.False(connection.IsOpen);
        mayClose.Set();
    }

    /// <summary>A stream that takes its time when it is told to give up, as pipes of some systems do.</summary>
    private sealed class SlowToCloseStream(Stream stream, ManualResetEventSlim mayClose) : Stream
    {
        private int _isRegistered;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        /// <summary>The token is cancelled when the connection is closed. From the first message on, that waits for the test; a registration after it would hold up the caller instead.</summary>
        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            if (Interlocked.Exchange(ref _isRegistered, 1) == 0) cancellationToken.Register(mayClose.Wait);
            return stream.FlushAsync(cancellationToken);
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => stream.ReadAsync(buffer, cancellationToken);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => stream.WriteAsync(buffer, cancellationToken);

        public override void Flush() => stream.Flush();

        public override int Read(byte[] buffer, int offset, int count) => stream.Read(buffer, offset, count);

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => stream.Write(buffer, offset, count);

        protected override void Dispose(bool disposing)
        {
            if (disposing) stream.Dispose();
            base.Dispose(disposing);
        }
    }
}
