namespace PdnColorize.Colorization.Safetensors;

/// <summary>Sizes and spellings of <see cref="SafetensorsDataType"/>.</summary>
internal static class SafetensorsDataTypes
{
    /// <summary>Bytes of one element.</summary>
    public static int ElementSize(this SafetensorsDataType dataType) => dataType == SafetensorsDataType.F32 ? 4 : 2;

    /// <summary>The type's spelling in a header.</summary>
    public static string ToHeaderText(this SafetensorsDataType dataType) => dataType switch
    {
        SafetensorsDataType.F32 => "F32",
        SafetensorsDataType.F16 => "F16",
        SafetensorsDataType.BF16 => "BF16",
        _ => throw new ArgumentOutOfRangeException(nameof(dataType), dataType, "Not a safetensors data type."),
    };

    /// <summary>Reads a header's spelling, which is case sensitive.</summary>
    public static SafetensorsDataType? FromHeaderText(string? text) => text switch
    {
        "F32" => SafetensorsDataType.F32,
        "F16" => SafetensorsDataType.F16,
        "BF16" => SafetensorsDataType.BF16,
        _ => null,
    };
}
