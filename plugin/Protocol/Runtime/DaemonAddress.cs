using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Principal;
using System.Text;
using PdnColorize.Protocol.Errors;

namespace PdnColorize.Protocol.Runtime;

/// <summary>Where a daemon is reached: one for each user, session (on Windows), elevation, installation and major version of the protocol.</summary>
public sealed partial class DaemonAddress
{
    /// <summary>Environment variable whose text is part of the address, so that tests and development builds have daemons of their own.</summary>
    public const string InstanceVariable = "PDNCOLORIZE_INSTANCE";

    private const int PipeBuffer = 64 * 1024;
    private const int KeyLength = 32;

    /// <summary>ERROR_FILE_NOT_FOUND of Windows.</summary>
    private const int FileNotFound = 2;

    private DaemonAddress(string key, string folder)
    {
        Key = key;
        // Windows has one space of names for the machine. A rooted name is a socket's path on Unix: in a folder that only we can write to, nobody else can listen.
        PipeName = OperatingSystem.IsWindows() ? "pdncolorize-" + key : Path.Combine(folder, key + ".socket");
        DaemonLock = Path.Combine(folder, key + ".daemon.lock");
        StartLock = Path.Combine(folder, key + ".start.lock");
    }

    /// <summary>32 lower-case hexadecimal digits: a hash of what makes the address.</summary>
    public string Key { get; }

    /// <summary>The name that .NET's pipe streams take; on Linux a path of at most 107 bytes. For other programs on Windows: \\.\pipe\ and this.</summary>
    public string PipeName { get; }

    /// <summary>File that the daemon locks as long as it lives, before it listens, see <see cref="ProcessLock"/>.</summary>
    public string DaemonLock { get; }

    /// <summary>File that a caller locks while it starts a daemon, so that fifty callers start one and not fifty.</summary>
    public string StartLock { get; }

    /// <summary>The address of the daemon in a folder.</summary>
    /// <param name="folder">Folder of the daemon's executable.</param>
    /// <param name="instance">Sets this daemon apart from others of the folder; null for what <see cref="InstanceVariable"/> says.</param>
    /// <param name="major">Major version of the protocol.</param>
    /// <exception cref="DaemonException">UnsafeFolder.</exception>
    public static DaemonAddress OfInstallation(string folder, string? instance = null, int? major = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        instance ??= Environment.GetEnvironmentVariable(InstanceVariable) ?? "";
        string identity = string.Join(
            '\n',
            "pdncolorize",
            (major ?? ProtocolVersion.Current.Major).ToString(CultureInfo.InvariantCulture),
            User(),
            Environment.IsPrivilegedProcess ? "elevated" : "plain",
            InstallationFolder.Normalize(folder),
            instance);
        string key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..KeyLength];
        return new DaemonAddress(key, RuntimeFolder.Open());
    }

    /// <summary>
    /// A stream for the next caller, who must be the same user. The daemon must hold <see cref="DaemonLock"/>: on Unix a second server would steal the name.
    /// </summary>
    /// <param name="isFirst">Whether no other is open: then a pipe of that name which somebody else created is an error.</param>
    /// <exception cref="IOException">The pipe cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">Somebody else has a pipe of that name.</exception>
    public NamedPipeServerStream CreateServer(bool isFirst) => new(
        PipeName,
        PipeDirection.InOut,
        NamedPipeServerStream.MaxAllowedServerInstances,
        PipeTransmissionMode.Byte,
        PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly | (isFirst ? PipeOptions.FirstPipeInstance : PipeOptions.None),
        PipeBuffer,
        PipeBuffer);

    /// <summary>
    /// A stream for a caller. When it connects, it makes sure that the server is the same user before a byte is sent, and throws
    /// <see cref="UnauthorizedAccessException"/> otherwise. The server learns who calls but cannot act in the caller's name.
    /// </summary>
    public NamedPipeClientStream CreateClient() => new(
        ".", PipeName, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly, TokenImpersonationLevel.Identification);

    /// <summary>
    /// Whether there is a pipe of this name. A look, no connection: on Windows connecting to a pipe that does not exist would wait for it to appear.
    /// On Linux a daemon that crashed leaves its socket behind, so a true answer promises nothing.
    /// </summary>
    public bool PipeExists() => OperatingSystem.IsWindows()
        ? WaitNamedPipe(@"\\.\pipe\" + PipeName, 1) || Marshal.GetLastPInvokeError() != FileNotFound
        : File.Exists(PipeName);

    [LibraryImport("kernel32", EntryPoint = "WaitNamedPipeW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool WaitNamedPipe(string name, uint milliseconds);

    private static string User()
    {
        if (!OperatingSystem.IsWindows()) return UnixUser.Id.ToString(CultureInfo.InvariantCulture);
        using Process self = Process.GetCurrentProcess();
        return string.Create(CultureInfo.InvariantCulture, $"{WindowsOwner.CurrentUser.Value} {self.SessionId}");
    }
}
