using System.Text;

namespace PdnColorize.DaemonTests.Support;

/// <summary>Messages as they go over the wire.</summary>
internal static class Frames
{
    /// <summary>The call that each connection begins with.</summary>
    public const string Hello =
        """{"jsonrpc":"2.0","id":1,"method":"hello","params":[{"protocol":{"major":1,"minor":0},"clientName":"test","clientBuild":"1"}]}""";

    /// <summary>A call of status.</summary>
    public static string Status(int id) => $$"""{"jsonrpc":"2.0","id":{{id}},"method":"status","params":[]}""";

    /// <summary>A message with its header.</summary>
    public static byte[] Of(string json) => Of(Encoding.UTF8.GetBytes(json));

    /// <summary>A message with its header.</summary>
    public static byte[] Of(byte[] json) => [.. Encoding.ASCII.GetBytes($"Content-Length: {json.Length}\r\n\r\n"), .. json];
}
