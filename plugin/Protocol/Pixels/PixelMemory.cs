using System.Buffers;
using System.Security.Cryptography;
using PdnColorize.Protocol.Errors;

namespace PdnColorize.Protocol.Pixels;

/// <summary>Creates and opens shared memory for pixels: named mappings on Windows, files in a folder of the user's own elsewhere.</summary>
public static class PixelMemory
{
    /// <summary>Characters of a name: 128 bits in hexadecimal. Random, so that it can neither be guessed nor collide.</summary>
    public const int NameLength = 32;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("0123456789abcdef");

    /// <summary>Whether a text may be a name. Only names get near the file system: nothing but digits and a to f, so never a path.</summary>
    public static bool IsName(string? text) => text?.Length == NameLength && !text.AsSpan().ContainsAnyExcept(NameCharacters);

    /// <summary>Creates memory that only this user can open.</summary>
    /// <param name="length">Bytes, from 1 to <see cref="ProtocolLimits.MaxPixelBytes"/>.</param>
    /// <exception cref="DaemonException">NoPixelMemory: the machine has no room. UnsafeFolder: see <see cref="Runtime.RuntimeFolder"/>.</exception>
    public static IPixelMemory Create(long length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, ProtocolLimits.MaxPixelBytes);
        string name = RandomNumberGenerator.GetHexString(NameLength, lowercase: true);
        return OperatingSystem.IsWindows() ? MappedPixelMemory.Create(name, length) : FilePixelMemory.Create(name, length);
    }

    /// <summary>Opens memory that another process of this user created.</summary>
    /// <exception cref="DaemonException">PixelsUnavailable: not a name, nothing there, or it belongs to somebody else. UnsafeFolder.</exception>
    public static IPixelMemory Open(string name)
    {
        if (!IsName(name)) throw PixelErrors.Unavailable("its name is not one");
        return OperatingSystem.IsWindows() ? MappedPixelMemory.Open(name) : FilePixelMemory.Open(name);
    }

    /// <summary>
    /// Removes what crashed processes left behind. On Windows mappings vanish with the processes that hold them; elsewhere files stay, and those go that no
    /// process holds open. Both sides do this when they start. Never throws for files that cannot be removed.
    /// </summary>
    /// <returns>Number of blocks removed.</returns>
    public static int RemoveAbandoned() => OperatingSystem.IsWindows() ? 0 : FilePixelMemory.RemoveAbandoned();
}
