namespace PdnColorize.Protocol.Messages;

/// <summary>A drawing to colour.</summary>
public sealed record ColorizeRequest
{
    /// <summary>Names the request in logs; unique within the connection, at most <see cref="ProtocolLimits.MaxNameLength"/> characters.</summary>
    public required string RequestId { get; init; }

    /// <summary>
    /// Tells documents of one client apart, at most <see cref="ProtocolLimits.MaxNameLength"/> characters; a random text, never a document's name. A newer
    /// request of the same client for the same document replaces one that still waits, which is answered with
    /// <see cref="Errors.DaemonErrorCode.Superseded"/>. Null: replaces none.
    /// </summary>
    public string? DocumentId { get; init; }

    /// <summary>The drawing; read only.</summary>
    public required PictureBuffer LineArt { get; init; }

    /// <summary>The hint layer, of the drawing's size; read only. Null: no hints.</summary>
    public PictureBuffer? Hints { get; init; }

    /// <summary>
    /// Where the daemon writes the result, of the drawing's size: complete when the answer arrives, undefined after an error. Memory of its own, not the drawing's.
    /// </summary>
    public required PictureBuffer Result { get; init; }

    /// <summary>What the user chose.</summary>
    public ColorizeSettings Settings { get; init; } = new();
}
