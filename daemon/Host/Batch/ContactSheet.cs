using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Host.Batch;

/// <summary>Shows several pictures of one size on a white sheet, small.</summary>
internal static class ContactSheet
{
    /// <summary>Longest side of a picture on the sheet.</summary>
    public const int LongestSide = 512;

    /// <summary>White pixels between pictures.</summary>
    public const int Gap = 8;

    private const int White = 255;

    /// <summary>The picture on white paper, its longer side at most <see cref="LongestSide"/>: each pixel is the mean of all that it covers.</summary>
    public static Picture Shrink(Picture picture)
    {
        int longest = Math.Max(LongestSide, Math.Max(picture.Width, picture.Height));
        Picture small = new(Scaled(picture.Width), Scaled(picture.Height));
        Parallel.For(0, small.Height, y =>
        {
            for (int x = 0; x < small.Width; x++) Mean(picture, small, x, y);
        });
        return small;

        int Scaled(int side) => Math.Max(1, (int)Math.Round((double)side * LongestSide / longest));
    }

    /// <summary>A grid as wide as it is high, or one wider; row after row from the top left.</summary>
    /// <param name="pictures">At least one; all of the first one's size.</param>
    public static Picture Arrange(IReadOnlyList<Picture> pictures)
    {
        int columns = (int)Math.Ceiling(Math.Sqrt(pictures.Count));
        int rows = (pictures.Count + columns - 1) / columns;
        (int width, int height) = (pictures[0].Width, pictures[0].Height);
        Picture sheet = new((columns * (width + Gap)) - Gap, (rows * (height + Gap)) - Gap);
        Array.Fill(sheet.Pixels, (byte)White);
        int rowBytes = width * Picture.BytesPerPixel;
        for (int i = 0; i < pictures.Count; i++)
        {
            int left = i % columns * (width + Gap);
            int top = i / columns * (height + Gap);
            for (int y = 0; y < height; y++)
                pictures[i].Pixels.AsSpan(y * rowBytes, rowBytes).CopyTo(sheet.Pixels.AsSpan((((top + y) * sheet.Width) + left) * Picture.BytesPerPixel));
        }

        return sheet;
    }

    /// <summary>Lengths are counted in parts so small that both pictures' pixels are whole numbers of them: a pixel of one is as many as the other has pixels.</summary>
    private static void Mean(Picture picture, Picture small, int x, int y)
    {
        Span<long> ink = stackalloc long[Picture.BytesPerPixel - 1];
        ink.Clear();
        for (int row = (int)((long)y * picture.Height / small.Height); Overlap(row, y, picture.Height, small.Height) is > 0 and var high; row++)
        {
            for (int column = (int)((long)x * picture.Width / small.Width); Overlap(column, x, picture.Width, small.Width) is > 0 and var wide; column++)
            {
                ReadOnlySpan<byte> pixel = picture.Pixels.AsSpan(((row * picture.Width) + column) * Picture.BytesPerPixel, Picture.BytesPerPixel);
                for (int c = 0; c < ink.Length; c++) ink[c] += high * wide * (White - pixel[c]) * pixel[^1];
            }
        }

        long whole = (long)picture.Width * picture.Height * White;
        Span<byte> mean = small.Pixels.AsSpan(((y * small.Width) + x) * Picture.BytesPerPixel, Picture.BytesPerPixel);
        for (int c = 0; c < ink.Length; c++) mean[c] = (byte)(White - ((ink[c] + (whole / 2)) / whole));
        mean[^1] = White;
    }

    /// <summary>How much of a place of the small axis lies on a place of the large one.</summary>
    private static long Overlap(int place, int smallPlace, int length, int smallLength) =>
        Math.Min((long)(place + 1) * smallLength, (long)(smallPlace + 1) * length) - Math.Max((long)place * smallLength, (long)smallPlace * length);
}
