using System.IO.Pipelines;

namespace StreamJsonRpc.Tests.Support;

/// <summary>Two streams in memory: what one writes the other reads. Each direction holds 64 KiB, then the writer waits.</summary>
internal sealed class DuplexPipe
{
    public DuplexPipe()
    {
        Pipe there = new();
        Pipe back = new();
        Near = new Half(back.Reader.AsStream(), there.Writer.AsStream());
        Far = new Half(there.Reader.AsStream(), back.Writer.AsStream());
    }

    public Stream Near { get; }

    public Stream Far { get; }

    private sealed class Half(Stream input, Stream output) : Stream
    {
        public override bool CanRead => true;

        public override bool CanWrite => true;

        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            input.ReadAsync(buffer, cancellationToken);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            output.WriteAsync(buffer, cancellationToken);

        public override Task FlushAsync(CancellationToken cancellationToken) => output.FlushAsync(cancellationToken);

        public override void Flush() => output.Flush();

        public override int Read(byte[] buffer, int offset, int count) => input.Read(buffer, offset, count);

        public override void Write(byte[] buffer, int offset, int count) => output.Write(buffer, offset, count);

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                output.Dispose();
                input.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
