using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;

namespace StreamJsonRpc.Handlers;

/// <summary>One header line. Names are compared byte for byte, as the package does; unknown ones are passed over.</summary>
internal readonly struct FrameHeader
{
    private const int MaxLengthTextBytes = 20;
    private const int MaxContentTypeBytes = 200;

    /// <summary>The line is empty: the body follows.</summary>
    public bool IsEnd { get; private init; }

    public int? ContentLength { get; private init; }

    /// <param name="line">With its line feed.</param>
    /// <exception cref="BadRpcHeaderException">The line does not end in CR LF, has no colon, or its value cannot be used.</exception>
    public static FrameHeader Parse(ReadOnlySpan<byte> line)
    {
        if (line.IndexOf((byte)'\r') != line.Length - 2)
            throw new BadRpcHeaderException("A header line does not end with CR LF.");
        line = line[..^2];
        if (line.IsEmpty) return new FrameHeader { IsEnd = true };

        int colon = line.IndexOf((byte)':');
        if (colon < 0) throw new BadRpcHeaderException("Colon not found in header.");
        var name = line[..colon];
        var value = line[(colon + 1)..];
        if (name.SequenceEqual("Content-Length"u8)) return new FrameHeader { ContentLength = ParseLength(value) };
        if (name.SequenceEqual("Content-Type"u8)) RequireUtf8(value);
        return default;
    }

    private static int ParseLength(ReadOnlySpan<byte> value)
    {
        if (value.Length > MaxLengthTextBytes) throw new BadRpcHeaderException("The value of Content-Length is too long for a number.");
        value = Trim(value);
        if (!Utf8Parser.TryParse(value, out int length, out int consumed) || consumed < value.Length)
            throw new BadRpcHeaderException("The value of Content-Length is not a whole number, or too large.");
        return length;
    }

    // Kept apart so that System.Net.Http is loaded only when a peer sends this header.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RequireUtf8(ReadOnlySpan<byte> value)
    {
        if (value.Length > MaxContentTypeBytes) throw new BadRpcHeaderException("The value of Content-Type is too long.");
        string text = Encoding.ASCII.GetString(Trim(value));
        if (!MediaTypeHeaderValue.TryParse(text, out var type)) throw new BadRpcHeaderException("The value of Content-Type is malformed.");
        // "utf8" is what early language servers sent.
        if (type.CharSet?.ToUpperInvariant() is null or "UTF-8" or "UTF8") return;
        throw new BadRpcHeaderException("Content-Type names a charset other than UTF-8.");
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) => text.Trim(" \t\v\f"u8);
}
