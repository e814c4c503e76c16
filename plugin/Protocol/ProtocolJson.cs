using System.Text.Json;
using System.Text.Json.Serialization;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.Protocol;

/// <summary>How messages become JSON.</summary>
public static class ProtocolJson
{
    /// <summary>
    /// Settings for both sides: camelCase; members that are null are left out; unknown members are skipped and unknown enumeration values read as Unknown, so
    /// that a newer side can talk to an older one; missing required members and nulls where none may be throw <see cref="JsonException"/>.
    /// </summary>
    /// <returns>A new object: a JSON-RPC formatter adds its own converters to it.</returns>
    public static JsonSerializerOptions CreateOptions() => new(JsonSerializerDefaults.Web)
    {
        MaxDepth = ProtocolLimits.MaxJsonDepth,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters =
        {
            new LenientEnumConverter<ColorizeStage>(),
            new LenientEnumConverter<HintReach>(),
            new LenientEnumConverter<PixelFormat>(),
            new LenientEnumConverter<ResultKind>(),
        },
    };
}
