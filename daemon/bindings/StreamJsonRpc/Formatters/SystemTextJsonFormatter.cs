using System.Buffers;
using System.Text.Json;
using StreamJsonRpc.Formatters;
using StreamJsonRpc.Progress;
using StreamJsonRpc.Protocol;

namespace StreamJsonRpc;

/// <summary>Messages as UTF-8 JSON. One formatter serves one connection.</summary>
public class SystemTextJsonFormatter : IJsonRpcMessageFormatter
{
    private JsonSerializerOptions _options;

    public SystemTextJsonFormatter() => _options = WithConverters(new JsonSerializerOptions());

    /// <summary>How arguments, results and error data are written and read. The options given are copied; request ids and progress are added.</summary>
    public JsonSerializerOptions JsonSerializerOptions
    {
        get => _options;
        set => _options = WithConverters(new JsonSerializerOptions(value));
    }

    /// <summary>The connection that this formatter belongs to.</summary>
    internal JsonRpc? Rpc { get; private set; }

    /// <summary>The progress objects of the requests under way.</summary>
    internal ProgressTracker Progress { get; } = new();

    /// <summary>The id of the request that is being written; empty while anything else is.</summary>
    internal RequestId RequestBeingWritten { get; private set; }

    /// <summary>The settings of the local method whose arguments are being read.</summary>
    internal JsonRpcMethodAttribute? MethodBeingRead { get; set; }

    /// <exception cref="JsonException">The text is not JSON, nests deeper than 64 levels, or is not a message (a batch is not one either).</exception>
    public JsonRpcMessage Deserialize(ReadOnlySequence<byte> contentBuffer) => MessageReader.Read(this, contentBuffer);

    /// <exception cref="JsonException">A value in the message cannot be written; the reason is the inner exception.</exception>
    public void Serialize(IBufferWriter<byte> bufferWriter, JsonRpcMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        RequestBeingWritten = message is JsonRpcRequest request ? request.RequestId : default;
        try
        {
            using Utf8JsonWriter writer = new(bufferWriter);
            MessageWriter.Write(writer, message, _options);
        }
        catch (Exception e)
        {
            throw new JsonException($"The message could not be written: {e.Message}", e);
        }
        finally
        {
            RequestBeingWritten = default;
        }
    }

    [Obsolete("Always throws.")]
    public object GetJsonText(JsonRpcMessage message) => throw new NotSupportedException();

    /// <exception cref="InvalidOperationException">The formatter serves another connection already.</exception>
    internal void Attach(JsonRpc rpc)
    {
        if (Rpc is not null)
            throw new InvalidOperationException("This formatter already belongs to a JsonRpc instance; each needs a formatter of its own.");
        Rpc = rpc;
    }

    private JsonSerializerOptions WithConverters(JsonSerializerOptions options)
    {
        options.Converters.Add(RequestIdConverter.Instance);
        options.Converters.Add(new ProgressConverterFactory(this));
        return options;
    }
}
