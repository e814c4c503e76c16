using PdnColorize.Protocol.Messages;
using PdnColorize.Protocol.Pixels;

namespace PdnColorize.Client.Jobs;

/// <summary>A drawing to colour.</summary>
public sealed record ColorizeJob
{
    /// <summary>Pixels in a row.</summary>
    public required int Width { get; init; }

    /// <summary>Number of rows.</summary>
    public required int Height { get; init; }

    /// <summary>The drawing: blue, green, red, alpha, each 0..255, alpha not multiplied in; rows from the top, no padding: width x height x 4 bytes.</summary>
    public required ReadOnlyMemory<byte> LineArt { get; init; }

    /// <summary>The hint layer in the same form; null for none.</summary>
    public ReadOnlyMemory<byte>? Hints { get; init; }

    /// <summary>What the user chose.</summary>
    public ColorizeSettings Settings { get; init; } = new();

    /// <summary>Tells documents apart, see <see cref="ColorizeRequest.DocumentId"/>; null for none.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Refuses what makes no sense before anything is started or sent.</summary>
    /// <exception cref="Protocol.Errors.DaemonException">PictureTooLarge.</exception>
    /// <exception cref="ArgumentException">The arrays do not have the picture's size: a mistake of the calling program.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Height, 1);
        PictureLayout.CheckSize(Width, Height);
        CheckLength(LineArt, nameof(LineArt));
        if (Hints is { } hints) CheckLength(hints, nameof(Hints));
    }

    private void CheckLength(ReadOnlyMemory<byte> pixels, string name)
    {
        long wanted = (long)Width * Height * PictureBuffer.BytesPerPixel;
        if (pixels.Length != wanted) throw new ArgumentException($"A picture of {Width} x {Height} takes {wanted} bytes, not {pixels.Length}.", name);
    }
}
