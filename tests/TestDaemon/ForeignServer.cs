using System.Net.Sockets;
using System.Runtime.InteropServices;
using PdnColorize.Protocol.Runtime;

namespace PdnColorize.TestDaemon;

/// <summary>A server that is another user: what a client must not say a word to.</summary>
internal static partial class ForeignServer
{
    private const uint Nobody = 65534;

    public static void Run(DaemonAddress address, Notebook notes)
    {
        using Socket server = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        server.Bind(new UnixDomainSocketEndPoint(address.PipeName));
        using StreamWriter writer = notes.Open();
        // Linux tells a client who the server was when it began to listen.
        if (SetUserId(Nobody) != 0) throw new InvalidOperationException("Only root can become another user.");
        server.Listen();
        using Socket client = server.Accept();
        writer.WriteLine($"received {client.Receive(new byte[1])} bytes");
    }

    [LibraryImport("libc", EntryPoint = "setuid")]
    private static partial int SetUserId(uint user);
}
