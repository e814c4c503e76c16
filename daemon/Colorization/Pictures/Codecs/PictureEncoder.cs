using ImageMagick;

namespace PdnColorize.Colorization.Pictures.Codecs;

/// <summary>Encodes pictures.</summary>
internal static class PictureEncoder
{
    /// <summary>Encodes a picture: without an alpha channel where it is fully opaque, or where the format has none that programs agree on (JPEG, BMP).</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="extension">One of the writable extensions, in lower case with the dot.</param>
    /// <exception cref="MagickException">The picture cannot be encoded, or memory ran out.</exception>
    public static byte[] Encode(Picture picture, string extension)
    {
        _ = PictureLibrary.Version;
        bool keepsAlpha = extension is ".png" or ".webp" or ".tif" or ".tiff" && !IsOpaque(picture);
        using MagickImage image = new();
        // P is a byte that is not read.
        PixelReadSettings layout = new((uint)picture.Width, (uint)picture.Height, StorageType.Char, keepsAlpha ? "BGRA" : "BGRP");
        image.ReadPixels(picture.Pixels, layout);
        switch (extension)
        {
            case ".png":
                image.Format = keepsAlpha ? MagickFormat.Png32 : MagickFormat.Png24;
                // Within a few per cent of the default level's size in a third of its time.
                image.Settings.SetDefine("png:compression-level", "3");
                image.Settings.SetDefine("png:compression-filter", "5"); // for each row the filter that suits it
                image.Settings.SetDefine("png:exclude-chunks", "all"); // times and names: the same pixels give the same file
                break;
            case ".jpg" or ".jpeg":
                image.Format = MagickFormat.Jpeg;
                image.Quality = 95; // no blocks on flat colours
                image.Settings.SetDefine("jpeg:sampling-factor", "4:2:0");
                image.Settings.SetDefine("jpeg:optimize-coding", "false");
                break;
            case ".webp":
                image.Format = MagickFormat.WebP;
                image.Settings.SetDefine("webp:lossless", "true");
                image.Settings.SetDefine("webp:exact", "true"); // also the colours of transparent pixels
                break;
            case ".tif" or ".tiff":
                image.Format = MagickFormat.Tiff;
                image.Settings.Compression = CompressionMethod.LZW;
                image.Settings.SetDefine("tiff:predictor", "2"); // differences along a row
                break;
            case ".bmp":
                image.Format = MagickFormat.Bmp3; // the version that everything reads
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(extension));
        }

        return image.ToByteArray();
    }

    private static bool IsOpaque(Picture picture)
    {
        byte[] pixels = picture.Pixels;
        for (int i = 3; i < pixels.Length; i += Picture.BytesPerPixel)
            if (pixels[i] != 255) return false;
        return true;
    }
}
