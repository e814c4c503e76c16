using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.LineArt;

/// <summary>How dark each pixel is to the eye of a line finder.</summary>
internal static class Darkness
{
    /// <summary>
    /// Grey of the drawing laid over white paper: the darkest channel where a line is coloured, so that a light-blue or orange pencil line counts as
    /// much as a grey one (its luminance would be close to the paper's).
    /// </summary>
    public static Plane<byte> OverWhite(Picture drawing, CancellationToken cancellationToken = default)
    {
        Plane<byte> grey = new(drawing.Width, drawing.Height);
        byte[] pixels = drawing.Pixels;
        Rows.ForEach(drawing.Height, y =>
        {
            int at = y * drawing.Width * Picture.BytesPerPixel;
            foreach (ref byte value in grey.Row(y))
            {
                int blue = pixels[at];
                int green = pixels[at + 1];
                int red = pixels[at + 2];
                int alpha = pixels[at + 3];
                // BT.601 luma in 1/256. The mean with the darkest channel keeps black ink black and makes pure yellow (luma 226) as dark as mid grey.
                int luma = ((77 * red) + (150 * green) + (29 * blue) + 128) >> 8;
                int darkest = Math.Min(blue, Math.Min(green, red));
                int opaque = (luma + darkest) / 2;
                value = (byte)(255 - (((255 - opaque) * alpha + 127) / 255));
                at += Picture.BytesPerPixel;
            }
        }, cancellationToken);
        return grey;
    }

    /// <summary>Lines by opacity alone: 0 where the drawing is opaque, 255 where it is transparent.</summary>
    public static Plane<byte> OfAlpha(Picture drawing)
    {
        Plane<byte> grey = new(drawing.Width, drawing.Height);
        for (int i = 0; i < grey.Length; i++) grey.Data[i] = (byte)(255 - drawing.Pixels[(i * Picture.BytesPerPixel) + 3]);
        return grey;
    }
}
