using ImageMagick;
using PdnColorize.Colorization.Pictures.Codecs;

namespace PdnColorize.Colorization.Pictures;

/// <summary>Reads and writes picture files.</summary>
public static class PictureFile
{
    private static readonly string[] WritableExtensions = [".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff"];

    /// <summary>Extensions of the files that <see cref="Read"/> is worth trying on, in lower case with the dot.</summary>
    public static IReadOnlyList<string> ReadableExtensions { get; } = [".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff"];

    /// <summary>Whether a file of this name can be written: PNG, JPEG, WebP, BMP or TIFF by its extension.</summary>
    public static bool IsWritable(string path) => WritableExtensions.Contains(Path.GetExtension(path).ToLowerInvariant());

    /// <summary>Reads a picture of any format in <see cref="PictureFormat"/>, upright, 8 bits a channel.</summary>
    /// <exception cref="PictureException">The file is missing, too large, cut off, or no picture; the message says which.</exception>
    public static Picture Read(string path, PictureLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return Decode(ReadBytes(path, limits), path, limits);
    }

    /// <summary>Writes a picture in the format of the file's extension: under a temporary name first, so that a failure leaves nothing behind.</summary>
    /// <exception cref="PictureWriteException">The format is unknown or the folder cannot be written to.</exception>
    public static void Write(string path, Picture picture)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(picture);
        if (!IsWritable(path))
            throw new PictureWriteException($"Cannot write '{path}': the name must end in {string.Join(", ", WritableExtensions)}.");

        AtomicFile.Write(path, Encode(picture, Path.GetExtension(path).ToLowerInvariant()));
    }

    /// <summary>Decodes the bytes of a picture file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">How messages call it.</param>
    /// <param name="limits">What is accepted.</param>
    /// <exception cref="PictureException">The bytes are no picture, too large or cut off.</exception>
    public static Picture Decode(byte[] bytes, string name, PictureLimits limits)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(limits);
        if (bytes.Length == 0) throw new PictureException($"'{name}' is empty.");
        if (PictureHeader.Read(bytes) is not { } header)
            throw new PictureException($"'{name}' is not a picture that can be read. Save it as PNG, JPEG, WebP, GIF, BMP or TIFF.");

        CheckHeader(header, name, limits);
        try
        {
            return PictureDecoder.Decode(bytes, header, limits.MaxPixels);
        }
        catch (MagickException e) when (!MemoryErrors.IsOutOfMemory(e))
        {
            throw new PictureException($"'{name}' is damaged or cut off: it could not be decoded. Save it again, or use another copy.", e);
        }
    }

    /// <summary>Encodes a picture in a format of <see cref="IsWritable"/>.</summary>
    /// <exception cref="PictureWriteException">The format cannot hold the picture.</exception>
    internal static byte[] Encode(Picture picture, string extension)
    {
        try
        {
            return PictureEncoder.Encode(picture, extension);
        }
        catch (MagickException e) when (!MemoryErrors.IsOutOfMemory(e))
        {
            throw new PictureWriteException($"The picture of {picture.Width} x {picture.Height} could not be encoded as {extension}: {e.Message}", e);
        }
    }

    private static byte[] ReadBytes(string path, PictureLimits limits)
    {
        try
        {
            FileInfo file = new(path);
            if (Directory.Exists(path)) throw new PictureException($"'{path}' is a folder, not a picture.");
            if (!file.Exists) throw new PictureException($"There is no file '{path}'. Check the name and the folder.");
            if (file.Length > limits.MaxFileBytes)
                throw new PictureException($"'{path}' has {file.Length / (1024 * 1024)} MiB; at most {limits.MaxFileBytes / (1024 * 1024)} MiB can be read.");
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PictureException($"'{path}' cannot be read: {e.Message}", e);
        }
    }

    private static void CheckHeader(PictureHeader header, string name, PictureLimits limits)
    {
        if (header.Width < 1 || header.Height < 1 || !header.IsComplete)
            throw new PictureException($"'{name}' is damaged or cut off: the {header.Format} file ends too early. Save it again, or use another copy.");
        if (header.Width > PictureLimits.MaxSide || header.Height > PictureLimits.MaxSide)
            throw new PictureException($"'{name}' claims {header.Width} x {header.Height} pixels; a side may have at most {PictureLimits.MaxSide}.");
        if (header.Width * header.Height > limits.MaxPixels) throw TooManyPixels(name, header.Width, header.Height, limits);
    }

    private static PictureException TooManyPixels(string name, long width, long height, PictureLimits limits) =>
        new($"'{name}' claims {width} x {height} pixels; at most {limits.MaxPixels / 1_000_000} megapixels can be coloured. Shrink it first.");
}
