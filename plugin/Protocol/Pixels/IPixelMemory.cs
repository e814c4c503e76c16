using PdnColorize.Protocol.Errors;

namespace PdnColorize.Protocol.Pixels;

/// <summary>
/// Memory that this process shares with another of the same user, found by its name. The creator's handle keeps it alive: the name is gone when the creator
/// disposes it or ends in whatever way, the bytes when the other side has let go too. Not for several threads at once.
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
}
