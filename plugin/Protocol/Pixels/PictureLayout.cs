using System.Globalization;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.Protocol.Pixels;

/// <summary>Sizes of pictures in shared memory, computed without overflow, and pictures copied in and out.</summary>
public static class PictureLayout
{
    /// <summary>Between parts of this size, copying can be cancelled: they take some 50 ms on a busy machine.</summary>
    private const int PartBytes = 64 * 1024 * 1024;

    /// <summary>Checks a description from the other side.</summary>
    /// <returns>Bytes that the picture takes: up to the last pixel of its last row.</returns>
    /// <exception cref="DaemonException">InvalidRequest or PictureTooLarge.</exception>
    public static long Check(PictureBuffer picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        if (!PixelMemory.IsName(picture.Name)) throw Invalid("the name of shared pixels is not one");
        if (picture.Format != PixelFormat.Bgra8) throw Invalid("a pixel format that is not known here");
        if (picture.Width < 1 || picture.Height < 1) throw Invalid("a picture without pixels");
        CheckSize(picture.Width, picture.Height);
        long rowBytes = (long)picture.Width * PictureBuffer.BytesPerPixel;
        if (picture.Stride < rowBytes) throw Invalid("rows that overlap");
        // Both factors are below 2^31, so this cannot overflow a long; 'checked' says so to the reader and to the future.
        long bytes = checked((picture.Height - 1L) * picture.Stride + rowBytes);
        if (bytes > ProtocolLimits.MaxPixelBytes) throw Invalid("rows that lie too far apart");
        return bytes;
    }

    /// <summary>Refuses a size that no daemon colours.</summary>
    /// <exception cref="DaemonException">PictureTooLarge.</exception>
    public static void CheckSize(int width, int height)
    {
        if (width <= ProtocolLimits.MaxPictureSide && height <= ProtocolLimits.MaxPictureSide && (long)width * height <= ProtocolLimits.MaxPicturePixels) return;
        throw new DaemonException(
            DaemonErrorCode.PictureTooLarge,
            ("width", Text(width)), ("height", Text(height)), ("maxSide", Text(ProtocolLimits.MaxPictureSide)), ("maxPixels", Text(ProtocolLimits.MaxPicturePixels)));
    }

    /// <summary>Reads a picture from the other side's memory: opens it, compares the sizes, copies. Nothing is kept open.</summary>
    /// <param name="picture">Where it is.</param>
    /// <param name="pixels">Receives the pixels without padding: exactly width x height x 4 bytes.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="DaemonException">InvalidRequest, PictureTooLarge, PixelsUnavailable.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static void Read(PictureBuffer picture, Span<byte> pixels, CancellationToken cancellationToken = default)
    {
        using IPixelMemory memory = OpenChecked(picture);
        Read(memory, picture, pixels, cancellationToken);
    }

    /// <summary>Reads a picture from memory at hand.</summary>
    /// <param name="memory">The memory that the picture is in.</param>
    /// <param name="picture">How it lies there.</param>
    /// <param name="pixels">Receives the pixels without padding: exactly width x height x 4 bytes.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="DaemonException">PixelsUnavailable.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static void Read(IPixelMemory memory, PictureBuffer picture, Span<byte> pixels, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(memory);
        int rowBytes = CheckPixels(picture, pixels.Length);
        if (picture.Stride == rowBytes)
        {
            for (int at = 0; at < pixels.Length; at += PartBytes)
            {
                cancellationToken.ThrowIfCancellationRequested();
                memory.Read(at, pixels.Slice(at, Math.Min(PartBytes, pixels.Length - at)));
            }

            return;
        }

        for (int y = 0; y < picture.Height; y++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            memory.Read((long)y * picture.Stride, pixels.Slice(y * rowBytes, rowBytes));
        }
    }

    /// <summary>Writes a picture into the other side's memory: opens it, compares the sizes, copies. Nothing is kept open.</summary>
    /// <param name="picture">Where it goes.</param>
    /// <param name="pixels">The pixels without padding: exactly width x height x 4 bytes.</param>
    /// <param name="cancellationToken">Cancels; what was written stays.</param>
    /// <exception cref="DaemonException">InvalidRequest, PictureTooLarge, PixelsUnavailable, NoPixelMemory.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static void Write(PictureBuffer picture, ReadOnlySpan<byte> pixels, CancellationToken cancellationToken = default)
    {
        using IPixelMemory memory = OpenChecked(picture);
        Write(memory, picture, pixels, cancellationToken);
    }

    /// <summary>Writes a picture into memory at hand.</summary>
    /// <param name="memory">The memory that the picture goes to.</param>
    /// <param name="picture">How it lies there.</param>
    /// <param name="pixels">The pixels without padding: exactly width x height x 4 bytes.</param>
    /// <param name="cancellationToken">Cancels; what was written stays.</param>
    /// <exception cref="DaemonException">PixelsUnavailable, NoPixelMemory.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static void Write(IPixelMemory memory, PictureBuffer picture, ReadOnlySpan<byte> pixels, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(memory);
        int rowBytes = CheckPixels(picture, pixels.Length);
        if (picture.Stride == rowBytes)
        {
            for (int at = 0; at < pixels.Length; at += PartBytes)
            {
                cancellationToken.ThrowIfCancellationRequested();
                memory.Write(at, pixels.Slice(at, Math.Min(PartBytes, pixels.Length - at)));
            }

            return;
        }

        for (int y = 0; y < picture.Height; y++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            memory.Write((long)y * picture.Stride, pixels.Slice(y * rowBytes, rowBytes));
        }
    }

    /// <summary>Opens a picture's memory and compares what was claimed with what is there.</summary>
    /// <exception cref="DaemonException">InvalidRequest, PictureTooLarge, PixelsUnavailable.</exception>
    public static IPixelMemory OpenChecked(PictureBuffer picture)
    {
        long bytes = Check(picture);
        IPixelMemory memory = PixelMemory.Open(picture.Name);
        if (memory.Length >= bytes) return memory;
        memory.Dispose();
        throw PixelErrors.Unavailable("there are fewer bytes than claimed");
    }

    private static int CheckPixels(PictureBuffer picture, int length)
    {
        Check(picture);
        int rowBytes = picture.Width * PictureBuffer.BytesPerPixel;
        if (length != (long)rowBytes * picture.Height)
            throw new ArgumentException($"A picture of {picture.Width} x {picture.Height} takes {(long)rowBytes * picture.Height} bytes, not {length}.");
        return rowBytes;
    }

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static DaemonException Invalid(string reason) => new(DaemonErrorCode.InvalidRequest, ("reason", reason));
}
