using ImageMagick;
using ImageMagick.Formats;

namespace PdnColorize.Colorization.Pictures.Codecs;

/// <summary>Decodes picture files whose headers were looked at before.</summary>
internal static class PictureDecoder
{
    /// <summary>Decodes the first frame or page of a file, upright (EXIF), 8 bits a channel. Colour profiles are not applied.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="header">Its header, within the limits.</param>
    /// <param name="maxPixels">Most pixels to decode.</param>
    /// <exception cref="MagickException">The file is damaged, or memory ran out.</exception>
    public static Picture Decode(byte[] bytes, PictureHeader header, long maxPixels)
    {
        _ = PictureLibrary.Version;
        MagickReadSettings settings = new() { Format = FormatOf(header.Format), FrameIndex = 0, FrameCount = 1 };
        // Photoshop's layers inside of a TIFF: another decoder, for pixels that are not asked for.
        if (header.Format is PictureFormat.Tiff) settings.Defines = new TiffReadDefines { IgnoreLayers = true };
        if (header.Format is PictureFormat.WebP) bytes = WebPAnimation.UpToFirstFrame(bytes);
        using MagickImage image = new();
        // What the decoder will take memory for: a GIF's first frame may be larger than the header says.
        image.Ping(bytes, settings);
        if ((long)image.Width * image.Height > maxPixels)
            throw new MagickCorruptImageErrorException($"a frame of {image.Width} x {image.Height} pixels in a picture of {header.Width} x {header.Height}");

        image.Read(bytes, settings);
        // CMYK, Lab and the like. Grey and red, green, blue stay as they are in the file, whatever their gamma.
        if (image.ColorSpace is not (ColorSpace.sRGB or ColorSpace.RGB or ColorSpace.Gray or ColorSpace.LinearGray)) image.ColorSpace = ColorSpace.sRGB;
        if (image.Orientation is not (Orientation.Undefined or Orientation.TopLeft)) image.AutoOrient();
        if (header.Format is not PictureFormat.Gif) return Copy(image, new Picture((int)image.Width, (int)image.Height), 0, 0);

        // A GIF's frame may cover a part of the picture; the rest is transparent.
        return Copy(image, new Picture((int)header.Width, (int)header.Height), image.Page.X, image.Page.Y);
    }

    private static MagickFormat FormatOf(PictureFormat format) => format switch
    {
        PictureFormat.Png => MagickFormat.Png,
        PictureFormat.Jpeg => MagickFormat.Jpeg,
        PictureFormat.WebP => MagickFormat.WebP,
        PictureFormat.Gif => MagickFormat.Gif,
        PictureFormat.Bmp => MagickFormat.Bmp,
        PictureFormat.Tiff => MagickFormat.Tiff,
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>Copies an image into a picture at a place that is not negative; what does not fit is left out.</summary>
    private static unsafe Picture Copy(MagickImage image, Picture picture, int left, int top)
    {
        int columns = Math.Min((int)image.Width, picture.Width - left);
        int rows = Math.Min((int)image.Height, picture.Height - top);
        if (columns <= 0 || rows <= 0) return picture;

        using IUnsafePixelCollection<byte> pixels = image.GetPixelsUnsafe();
        int stride = (int)pixels.Channels;
        // Grey images have no green and blue, those with a palette a channel of its indices.
        int red = (int)(pixels.GetChannelIndex(PixelChannel.Red) ?? 0);
        int green = (int)(pixels.GetChannelIndex(PixelChannel.Green) ?? (uint)red);
        int blue = (int)(pixels.GetChannelIndex(PixelChannel.Blue) ?? (uint)red);
        int alpha = image.HasAlpha ? (int)(pixels.GetChannelIndex(PixelChannel.Alpha) ?? throw new InvalidOperationException("Alpha has no channel.")) : -1;
        nint first = pixels.GetAreaPointer(0, 0, image.Width, image.Height);
        int rowBytes = (int)image.Width * stride;
        Rows.ForEach(rows, y =>
        {
            ReadOnlySpan<byte> source = new((byte*)first + ((long)y * rowBytes), columns * stride);
            Span<byte> target = picture.Pixels.AsSpan(((((top + y) * picture.Width) + left) * Picture.BytesPerPixel), columns * Picture.BytesPerPixel);
            for (int from = 0, to = 0; to < target.Length; from += stride, to += Picture.BytesPerPixel)
            {
                target[to] = source[from + blue];
                target[to + 1] = source[from + green];
                target[to + 2] = source[from + red];
                target[to + 3] = alpha < 0 ? (byte)255 : source[from + alpha];
            }
        });
        return picture;
    }
}
