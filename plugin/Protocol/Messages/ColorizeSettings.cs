using System.Text.Json.Serialization;

namespace PdnColorize.Protocol.Messages;

/// <summary>What the user chose. Colour strength is not among it: the caller applies it to the result.</summary>
public sealed record ColorizeSettings
{
    /// <summary>Name of an installed model; null for the default one. Never a path.</summary>
    public string? Model { get; init; }

    /// <summary>What to paint.</summary>
    public ResultKind Result { get; init; } = ResultKind.Composite;

    /// <summary>How far hints reach.</summary>
    public HintReach Reach { get; init; } = HintReach.Free;

    /// <summary>Width of the lines in pixels, above 0 and up to <see cref="ProtocolLimits.MaxLineWidth"/>; null to estimate it.</summary>
    public double? LineWidth { get; init; }

    /// <summary>
    /// Which guess is painted where no hint says the color: 0 for the likeliest; each number above it for another one, the same each time. Since version 1.1, which is announced as
    /// <see cref="DaemonCapabilities.Seed"/>: a daemon without it always paints the likeliest. 0 is left out of messages.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Seed { get; init; }
}
