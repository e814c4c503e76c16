namespace PdnColorize.Protocol.Messages;

/// <summary>What a daemon accepts.</summary>
public sealed record DaemonLimits
{
    /// <summary>Largest JSON message in bytes.</summary>
    public int MaxMessageBytes { get; init; } = ProtocolLimits.MaxMessageBytes;

    /// <summary>Largest side of a picture in pixels.</summary>
    public int MaxPictureSide { get; init; } = ProtocolLimits.MaxPictureSide;

    /// <summary>Most pixels of a picture.</summary>
    public long MaxPicturePixels { get; init; } = ProtocolLimits.MaxPicturePixels;

    /// <summary>Jobs that wait while one runs.</summary>
    public int MaxWaitingJobs { get; init; } = ProtocolLimits.MaxWaitingJobs;
}
