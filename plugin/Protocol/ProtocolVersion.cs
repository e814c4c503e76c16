using System.Globalization;

namespace PdnColorize.Protocol;

/// <summary>A version of the contract between the daemon and those who call it.</summary>
/// <remarks>
/// A new minor version only adds: methods, optional members, values of enumerations, error codes. Either side may be the older one: members it does not know are
/// skipped, values it does not know read as Unknown, and what is optional is announced in <see cref="Messages.HelloResponse.Capabilities"/>.
/// Anything else is a new major version. The major version is part of the pipe's name, so two majors can be installed and run side by side;
/// <c>hello</c> and <c>shutdown</c> keep their shape in all of them, so that the two can part politely if they meet.
/// </remarks>
/// <param name="Major">Changes when one side cannot understand the other any more; from 1.</param>
/// <param name="Minor">Grows with each addition; from 0.</param>
public readonly record struct ProtocolVersion(int Major, int Minor)
{
    /// <summary>The version that this build speaks.</summary>
    public static ProtocolVersion Current { get; } = new(1, 1);

    /// <summary>What a caller of this version can do with a daemon of another.</summary>
    public DaemonCompatibility CheckDaemon(ProtocolVersion daemon) =>
        daemon.Major < Major ? DaemonCompatibility.DaemonTooOld
        : daemon.Major > Major ? DaemonCompatibility.CallerTooOld
        : DaemonCompatibility.Compatible;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");
}
