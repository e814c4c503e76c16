using OpenCvSharp;

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
        // JPEG is decoded as colour because OpenCV turns it upright (EXIF) only then; all others keep their alpha.
        ImreadModes mode = header.Format is PictureFormat.Jpeg ? ImreadModes.Color : ImreadModes.Unchanged;
        using Mat decoded = Decode(bytes, mode, name);
        if (decoded.Empty()) throw new PictureException($"'{name}' is damaged or cut off: it could not be decoded. Save it again, or use another copy.");
        if ((long)decoded.Width * decoded.Height > limits.MaxPixels) throw TooManyPixels(name, decoded.Width, decoded.Height, limits);

        return ToPicture(decoded);
    }

    /// <summary>Encodes a picture; fully opaque ones without an alpha channel.</summary>
    internal static byte[] Encode(Picture picture, string extension)
    {
        using Mat bgra = Mat.FromPixelData(picture.Height, picture.Width, MatType.CV_8UC4, picture.Pixels);
        using Mat encodable = new();
        bool keepsAlpha = extension is ".png" or ".webp" or ".tif" or ".tiff" && !IsOpaque(picture);
        if (!keepsAlpha) Cv2.CvtColor(bgra, encodable, ColorConversionCodes.BGRA2BGR);
        // PNG at level 3 is within a few per cent of the default's size in a third of its time; JPEG at 95 shows no blocks on flat colours.
        int[] parameters = extension switch
        {
            ".png" => [(int)ImwriteFlags.PngCompression, 3],
            ".jpg" or ".jpeg" => [(int)ImwriteFlags.JpegQuality, 95],
            ".webp" => [(int)ImwriteFlags.WebPQuality, 101], // above 100: lossless
            _ => [],
        };
        if (!Cv2.ImEncode(extension, keepsAlpha ? bgra : encodable, out byte[] bytes, parameters))
            throw new PictureWriteException($"The picture of {picture.Width} x {picture.Height} could not be encoded as {extension}.");
        return bytes;
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

    private static Mat Decode(byte[] bytes, ImreadModes mode, string name)
    {
        try
        {
            return Cv2.ImDecode(bytes, mode);
        }
        catch (OpenCVException e)
        {
            throw new PictureException($"'{name}' is damaged: it could not be decoded ({e.ErrMsg}).", e);
        }
    }

    private static Picture ToPicture(Mat decoded)
    {
        Picture picture = new(decoded.Width, decoded.Height);
        using Mat bgra = Mat.FromPixelData(picture.Height, picture.Width, MatType.CV_8UC4, picture.Pixels);
        if (decoded.Depth() == MatType.CV_8U)
        {
            ConvertToBgra(decoded, bgra);
            return picture;
        }

        using Mat eightBit = new();
        // 65535 is white in a 16-bit file; floating-point files (TIFF) use 0..1.
        double scale = decoded.Depth() == MatType.CV_16U ? 1.0 / 257 : 255;
        decoded.ConvertTo(eightBit, MatType.MakeType(MatType.CV_8U, decoded.Channels()), scale);
        ConvertToBgra(eightBit, bgra);
        return picture;
    }

    private static void ConvertToBgra(Mat source, Mat bgra)
    {
        switch (source.Channels())
        {
            case 1: Cv2.CvtColor(source, bgra, ColorConversionCodes.GRAY2BGRA); break;
            case 3: Cv2.CvtColor(source, bgra, ColorConversionCodes.BGR2BGRA); break;
            default: source.CopyTo(bgra); break;
        }
    }

    private static bool IsOpaque(Picture picture)
    {
        byte[] pixels = picture.Pixels;
        for (int i = 3; i < pixels.Length; i += Picture.BytesPerPixel)
            if (pixels[i] != 255) return false;
        return true;
    }
}
