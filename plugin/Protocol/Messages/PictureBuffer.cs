namespace PdnColorize.Protocol.Messages;

/// <summary>A picture in shared memory. Rows from the top; the first begins at byte 0.</summary>
public sealed record PictureBuffer
{
    /// <summary>Bytes a pixel takes.</summary>
    public const int BytesPerPixel = 4;

    /// <summary>Name of the shared memory: 32 lower-case hexadecimal digits, see <see cref="Pixels.PixelMemory"/>. One picture each.</summary>
    public required string Name { get; init; }

    /// <summary>Pixels in a row, from 1.</summary>
    public required int Width { get; init; }

    /// <summary>Number of rows, from 1.</summary>
    public required int Height { get; init; }

    /// <summary>Bytes from one row to the next, at least <see cref="Width"/> x 4.</summary>
    public required int Stride { get; init; }

    /// <summary>How a pixel lies in memory.</summary>
    public PixelFormat Format { get; init; } = PixelFormat.Bgra8;
}
