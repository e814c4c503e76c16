using PdnColorize.Colorization;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Training.Tests.Evaluation;

/// <summary>A white sheet of 64 x 64 pixels that a black wall in the columns 30 to 33 cuts in two.</summary>
internal static class TwoRooms
{
    public const int Side = 64;
    public const int WallFrom = 30;
    public const int WallTo = 34;
    public const int Red = 0xC81414;
    public const int Blue = 0x1428C8;

    public static bool IsWall(int pixel) => pixel % Side is >= WallFrom and < WallTo;

    public static bool IsLeft(int pixel) => pixel % Side < WallFrom;

    /// <param name="gap">Rows of the wall that are open, from the middle.</param>
    public static PreparedDrawing Draw(int gap = 0)
    {
        Picture drawing = Paint(pixel => IsWall(pixel) && !(pixel / Side >= Side / 2 && pixel / Side < (Side / 2) + gap) ? 0 : 0xFFFFFF);
        return PreparedDrawing.Create(drawing, LineArtOptions.Default, CancellationToken.None);
    }

    public static Picture Paint(Func<int, int> color)
    {
        Picture picture = new(Side, Side);
        for (int i = 0; i < picture.PixelCount; i++)
        {
            int rgb = color(i);
            Span<byte> bgra = picture.Pixels.AsSpan(i * Picture.BytesPerPixel, Picture.BytesPerPixel);
            (bgra[0], bgra[1], bgra[2], bgra[3]) = ((byte)rgb, (byte)(rgb >> 8), (byte)(rgb >> 16), 255);
        }

        return picture;
    }

    /// <summary>Single pixels as hints.</summary>
    public static HintSet Hints(params (int X, int Y, int Color)[] dots)
    {
        (int Position, int Color)[] pixels = [.. dots.Select(dot => ((dot.Y * Side) + dot.X, dot.Color)).OrderBy(pixel => pixel.Item1)];
        return HintSet.FromPixels(Side, Side, [.. pixels.Select(pixel => pixel.Position)], [.. pixels.Select(pixel => pixel.Color)]);
    }

    public static int ColorAt(Picture picture, int x, int y)
    {
        ReadOnlySpan<byte> bgra = picture.Pixels.AsSpan(((y * Side) + x) * Picture.BytesPerPixel, 3);
        return (bgra[2] << 16) | (bgra[1] << 8) | bgra[0];
    }
}
