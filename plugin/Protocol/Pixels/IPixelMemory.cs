using PdnColorize.Protocol.Errors;

namespace PdnColorize.Protocol.Pixels;

/// <summary>
/// Memory that this process shares with another of the same user, found by its name. The creator's handle keeps it alive: the name is gone when the creator
/// disposes it or ends in whatever way, the bytes when the other side has let go too. Not for several threads at once, except that
/// <see cref="Prepare"/> may run beside reading and writing.
/// </summary>
public interface IPixelMemory : IDisposable
{
    /// <summary>32 lower-case hexadecimal digits, random.</summary>
    string Name { get; }

    /// <summary>Its real size in bytes, as the operating system says; at least what it was created with.</summary>
    long Length { get; }

    /// <summary>Copies bytes out.</summary>
    /// <param name="offset">First byte, from 0.</param>
    /// <param name="destination">Filled entirely.</param>
    /// <exception cref="DaemonException">PixelsUnavailable: these bytes are not, or no longer, all there.</exception>
    void Read(long offset, Span<byte> destination);

    /// <summary>Copies bytes in.</summary>
    /// <param name="offset">First byte, from 0.</param>
    /// <param name="source">The bytes.</param>
    /// <exception cref="DaemonException">PixelsUnavailable: the range is outside; NoPixelMemory: the machine has no room for them.</exception>
    void Write(long offset, ReadOnlySpan<byte> source);

    /// <summary>
    /// Has the machine give all of the memory now rather than page by page when it is first written to, which takes as long as the writing itself: for a block that the other side will fill, while
    /// it is still busy with something else. Its bytes stay as they are, also those that the other side writes meanwhile. A machine that has no room says so when it is written to.
    /// </summary>
    /// <param name="cancellationToken">Ends it early, without an exception: what is not prepared is given when it is written to.</param>
    void Prepare(CancellationToken cancellationToken);
}
