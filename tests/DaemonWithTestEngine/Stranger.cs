using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace PdnColorize.DaemonWithTestEngine;

/// <summary>Another user's program on Linux: gives up being root, tries a daemon's socket and files, and prints what became of each.</summary>
internal static partial class Stranger
{
    private const uint Nobody = 65534;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static int Run(string socketPath, string[] files)
    {
        // Made before: what .NET loads from its folder, the other user may not be able to read.
        using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { ReceiveTimeout = (int)Patience.TotalMilliseconds };
        UnixDomainSocketEndPoint address = new(socketPath);
        File.Open(Environment.ProcessPath!, FileMode.Open, FileAccess.Read).Dispose();
        Console.WriteLine("begins");
        if (SetGroups(0, 0) != 0 || SetGroupId(Nobody) != 0 || SetUserId(Nobody) != 0) throw new InvalidOperationException("Only root can become another user.");

        Console.WriteLine("socket: " + Try(() => Call(socket, address)));
        foreach (string file in files)
        {
            Console.WriteLine("read: " + Try(() => Open(file, FileAccess.Read)));
            Console.WriteLine("write: " + Try(() => Open(file, FileAccess.Write)));
        }

        return 0;
    }

    private static string Call(Socket socket, UnixDomainSocketEndPoint address)
    {
        socket.Connect(address);
        try
        {
            socket.Send(Encoding.ASCII.GetBytes("Content-Length: 40\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"hello\"}"));
            return $"{socket.Receive(new byte[100])} bytes";
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionReset or SocketError.Shutdown or SocketError.ConnectionAborted)
        {
            return "0 bytes";
        }
    }

    private static string Open(string path, FileAccess access)
    {
        using FileStream file = new(path, FileMode.Open, access, FileShare.ReadWrite);
        return "opened";
    }

    private static string Try(Func<string> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SocketException { SocketErrorCode: SocketError.AccessDenied })
        {
            return "denied";
        }
    }

    [LibraryImport("libc", EntryPoint = "setgroups")]
    private static partial int SetGroups(nuint count, nint groups);

    [LibraryImport("libc", EntryPoint = "setgid")]
    private static partial int SetGroupId(uint group);

    [LibraryImport("libc", EntryPoint = "setuid")]
    private static partial int SetUserId(uint user);
}
