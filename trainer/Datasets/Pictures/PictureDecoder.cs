using OpenCvSharp;

namespace PdnColorize.Datasets.Pictures;

/// <summary>Decodes picture files as training wants them: upright, 8 bits a channel, alpha laid over white, shrunk.</summary>
internal static class PictureDecoder
{
    /// <summary>Reads a file whole.</summary>
    /// <exception cref="RejectException">It is too large or cannot be read.</exception>
    public static byte[] ReadFile(string path)
    {
        try
        {
            long length = new FileInfo(path).Length;
            if (length > PictureLimits.MaxFileBytes)
                throw new RejectException(RejectReason.ImageBomb, $"The file has {length >> 20} MiB; the limit is {PictureLimits.MaxFileBytes >> 20}.");
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RejectException(RejectReason.Undecodable, e.Message);
        }
    }

    /// <summary>Decodes PNG, JPEG or WebP (the first frame), turned upright by their EXIF data; a JPEG is converted from CMYK.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="size">Largest long side of the result; smaller pictures are not enlarged.</param>
    /// <returns>CV_8UC3, blue, green, red; the caller disposes it.</returns>
    /// <exception cref="RejectException">The bytes are no such picture, damaged, or claim too many pixels.</exception>
    public static Mat Decode(byte[] file, int size)
    {
        if (file.Length == 0) throw new RejectException(RejectReason.Undecodable, "The file is empty.");
        if (PictureHeader.Read(file) is not { } header) throw new RejectException(RejectReason.Undecodable, "Neither PNG nor JPEG nor WebP.");
        CheckHeader(header);

        // JPEG is decoded as colour because OpenCV turns it upright only then; the others keep their alpha.
        using Mat decoded = DecodePixels(file, header.IsJpeg ? ImreadModes.Color : ImreadModes.Unchanged);
        // What was decoded counts, not what the header claimed: a WebP holds its size in two places.
        CheckSize(decoded.Width, decoded.Height);
        using Mat eightBit = ToEightBit(decoded);
        using Mat opaque = OverWhite(eightBit);
        if (!header.IsJpeg) ExifOrientation.Apply(opaque, ExifOrientation.Read(file));
        return Shrink(opaque, size);
    }

    private static void CheckHeader(PictureHeader header)
    {
        if (header.Width < 1 || header.Height < 1 || !header.IsComplete)
            throw new RejectException(RejectReason.Undecodable, "The file is cut off.");
        CheckSize(header.Width, header.Height);
    }

    private static void CheckSize(long width, long height)
    {
        if (width > PictureLimits.MaxSide || height > PictureLimits.MaxSide || width * height > PictureLimits.MaxPixels)
            throw new RejectException(
                RejectReason.ImageBomb,
                $"{width} x {height} pixels; the limits are {PictureLimits.MaxSide} a side and {PictureLimits.MaxPixels / 1_000_000} million in all.");
    }

    private static Mat DecodePixels(byte[] file, ImreadModes mode)
    {
        Mat decoded;
        try
        {
            decoded = Cv2.ImDecode(file, mode);
        }
        catch (OpenCVException e)
        {
            throw new RejectException(RejectReason.Undecodable, e.ErrMsg);
        }

        if (!decoded.Empty()) return decoded;
        decoded.Dispose();
        throw new RejectException(RejectReason.Undecodable, "The file is damaged.");
    }

    private static Mat ToEightBit(Mat decoded)
    {
        Mat eightBit = new();
        // 65535 is white in 16 bits: 65535 / 257 = 255.
        if (decoded.Depth() == MatType.CV_16U)
            decoded.ConvertTo(eightBit, MatType.MakeType(MatType.CV_8U, decoded.Channels()), 1.0 / 257);
        else
            decoded.CopyTo(eightBit);
        return eightBit;
    }

    private static Mat OverWhite(Mat picture)
    {
        Mat opaque = new();
        switch (picture.Channels())
        {
            case 1:
                Cv2.CvtColor(picture, opaque, ColorConversionCodes.GRAY2BGR);
                return opaque;
            case 3:
                picture.CopyTo(opaque);
                return opaque;
        }

        opaque.Create(picture.Size(), MatType.CV_8UC3);
        int height = picture.Height;
        for (int y = 0; y < height; y++)
        {
            ReadOnlySpan<Vec4b> source = picture.RowSpan<Vec4b>(y);
            Span<Vec3b> target = opaque.RowSpan<Vec3b>(y);
            for (int x = 0; x < source.Length; x++)
            {
                Vec4b pixel = source[x];
                int alpha = pixel.Item3;
                target[x] = new Vec3b(Over(pixel.Item0, alpha), Over(pixel.Item1, alpha), Over(pixel.Item2, alpha));
            }
        }

        return opaque;
    }

    private static byte Over(byte channel, int alpha) => (byte)(((channel * alpha) + (255 * (255 - alpha)) + 127) / 255);

    private static Mat Shrink(Mat picture, int size)
    {
        Mat shrunk = new();
        int side = Math.Max(picture.Width, picture.Height);
        if (side <= size)
        {
            picture.CopyTo(shrunk);
            return shrunk;
        }

        double scale = (double)size / side;
        Size target = new(Math.Max(1, (int)Math.Round(picture.Width * scale)), Math.Max(1, (int)Math.Round(picture.Height * scale)));
        Cv2.Resize(picture, shrunk, target, interpolation: InterpolationFlags.Area);
        return shrunk;
    }
}
