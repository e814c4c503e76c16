using System.Text.Json;
using System.Text.Json.Serialization;

namespace StreamJsonRpc.Progress;

/// <summary>An <see cref="IProgress{T}"/> argument travels as a token.</summary>
internal sealed class ProgressConverterFactory(SystemTextJsonFormatter formatter) : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => ProgressTracker.ReportedType(typeToConvert) is not null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        // A parameter is an interface and needs a proxy; an argument is written as the class that it is.
        var converter = typeToConvert.IsInterface ? typeof(InterfaceConverter<>) : typeof(ObjectConverter<>);
        var argument = typeToConvert.IsInterface ? ProgressTracker.ReportedType(typeToConvert)! : typeToConvert;
        return (JsonConverter)Activator.CreateInstance(converter.MakeGenericType(argument), formatter)!;
    }

    private static void WriteToken(Utf8JsonWriter writer, SystemTextJsonFormatter formatter, object progress) =>
        writer.WriteNumberValue(formatter.Progress.Track(formatter.RequestBeingWritten, progress));

    private sealed class InterfaceConverter<T>(SystemTextJsonFormatter formatter) : JsonConverter<IProgress<T>>
    {
        public override IProgress<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            object token = reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString()!,
                JsonTokenType.Number => reader.GetInt64(),
                _ => throw new NotSupportedException("A progress token must be a number or a string."),
            };
            return new ProgressProxy<T>(formatter.Rpc!, token, formatter.MethodBeingRead?.ClientRequiresNamedArguments ?? false);
        }

        public override void Write(Utf8JsonWriter writer, IProgress<T> value, JsonSerializerOptions options) =>
            WriteToken(writer, formatter, value);
    }

    private sealed class ObjectConverter<T>(SystemTextJsonFormatter formatter) : JsonConverter<T>
        where T : notnull
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException($"A parameter for progress must be an IProgress<T>, not {typeToConvert.Name}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => WriteToken(writer, formatter, value);
    }
}
