using System.Text.Json;

namespace PdnColorize.Colorization.Safetensors;

/// <summary>Reads one tensor's description from the header and checks it as far as it can be checked alone.</summary>
internal static class SafetensorsEntryReader
{
    /// <summary>Reads the object at the reader's position and leaves the reader at its end.</summary>
    /// <exception cref="SafetensorsException">A property is missing, double, unknown or impossible.</exception>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public static SafetensorsHeader.Entry Read(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Invalid(name, "is not described by an object");
        SafetensorsDataType? dataType = null;
        long[]? shape = null;
        long[]? offsets = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var property = reader.GetString()!;
            reader.Read();
            switch (property)
            {
                case "dtype" when dataType is null:
                    dataType = ReadDataType(ref reader, name);
                    break;
                case "shape" when shape is null:
                    shape = ReadNumbers(ref reader, name, property, SafetensorsLimits.MaximumRank);
                    break;
                case "data_offsets" when offsets is null:
                    offsets = ReadNumbers(ref reader, name, property, 2);
                    break;
                case "dtype" or "shape" or "data_offsets":
                    throw Invalid(name, $"has {property} twice");
                default:
                    throw Invalid(name, $"has an unknown property {MessageText.Quote(property)}");
            }
        }

        if (dataType is null || shape is null || offsets is null)
            throw Invalid(name, "lacks one of dtype, shape and data_offsets");
        if (offsets.Length != 2)
            throw Invalid(name, "has data_offsets that are not two numbers");
        return Check(name, dataType.Value, shape, offsets[0], offsets[1]);
    }

    private static SafetensorsHeader.Entry Check(string name, SafetensorsDataType dataType, long[] shape, long begin, long end)
    {
        if (SafetensorsShape.TryCountElements(shape) is not { } count)
            throw Invalid(name, $"has an impossible shape {SafetensorsShape.Describe(shape)}");
        if (end < begin || end > SafetensorsLimits.MaximumFileBytes)
            throw Invalid(name, $"has impossible data_offsets [{begin}, {end}]");
        var bytes = count * dataType.ElementSize();
        if (end - begin != bytes)
            throw Invalid(name, $"has {end - begin} bytes of data, but its shape {SafetensorsShape.Describe(shape)} needs {bytes}");
        if (bytes > Array.MaxLength)
            throw Invalid(name, "is too large for one array");
        return new SafetensorsHeader.Entry(name, dataType, shape, begin, end);
    }

    private static SafetensorsDataType ReadDataType(ref Utf8JsonReader reader, string name)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
        return SafetensorsDataTypes.FromHeaderText(text)
            ?? throw Invalid(name, $"has the data type {MessageText.Quote(text)}; F32, F16 and BF16 are allowed");
    }

    private static long[] ReadNumbers(ref Utf8JsonReader reader, string name, string property, int limit)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw Invalid(name, $"has a {property} that is not a list of numbers");
        var numbers = new List<long>(capacity: 4);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (numbers.Count == limit)
                throw Invalid(name, $"has more than {limit} numbers in {property}");
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out var number) || number < 0)
                throw Invalid(name, $"has a {property} with something else than whole numbers from 0 to 2^63-1");
            numbers.Add(number);
        }

        return [.. numbers];
    }

    private static SafetensorsException Invalid(string name, string what) =>
        SafetensorsHeader.Invalid($"tensor {MessageText.Quote(name)} {what}");
}
