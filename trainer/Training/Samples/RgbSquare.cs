using OpenCvSharp;

namespace PdnColorize.Training.Samples;

/// <summary>A square of red, green, blue, 8 bits each, interleaved.</summary>
internal sealed record RgbSquare(int Side, byte[] Pixels)
{
    /// <summary>Flattened pictures are made at this size at most: larger is slower and flattens no better.</summary>
    private const int FlatSide = 256;

    /// <summary>The median is taken over squares of this share of the side: it wipes out lines of 2 pixels of 128.</summary>
    private const double MedianShare = 5.0 / 128;

    /// <summary>Cuts a square out of a picture and brings it to a size, averaged when shrinking.</summary>
    public static RgbSquare Cut(byte[] rgb, int width, int height, Window window, int side)
    {
        byte[] pixels = new byte[side * side * 3];
        using Mat source = Mat.FromPixelData(height, width, MatType.CV_8UC3, rgb);
        using Mat cut = source.SubMat(window.Rectangle);
        using Mat target = Mat.FromPixelData(side, side, MatType.CV_8UC3, pixels);
        Cv2.Resize(cut, target, new Size(side, side), 0, 0, window.Side > side ? InterpolationFlags.Area : InterpolationFlags.Linear);
        return new RgbSquare(side, pixels);
    }

    /// <summary>The picture as a user thinks of it when picking a hint's colour: no lines, no texture, no blurred edges.</summary>
    public RgbSquare Flatten()
    {
        int side = Math.Min(Side, FlatSide);
        byte[] pixels = new byte[Pixels.Length];
        using Mat source = Mat.FromPixelData(Side, Side, MatType.CV_8UC3, Pixels);
        using Mat small = new();
        Cv2.Resize(source, small, new Size(side, side), 0, 0, InterpolationFlags.Area);
        using Mat flat = new();
        Cv2.MedianBlur(small, flat, 1 + (2 * (int)Math.Round(side * MedianShare / 2)));
        using Mat target = Mat.FromPixelData(Side, Side, MatType.CV_8UC3, pixels);
        Cv2.Resize(flat, target, new Size(Side, Side), 0, 0, InterpolationFlags.Nearest);
        return new RgbSquare(Side, pixels);
    }

    /// <summary>The square shrunk by averaging and enlarged again by cubic interpolation: as a perfect stage 1 would hand it on.</summary>
    /// <param name="side">The side in between.</param>
    public RgbSquare Soften(int side)
    {
        byte[] pixels = new byte[Pixels.Length];
        using Mat source = Mat.FromPixelData(Side, Side, MatType.CV_8UC3, Pixels);
        using Mat small = new();
        Cv2.Resize(source, small, new Size(side, side), 0, 0, InterpolationFlags.Area);
        using Mat target = Mat.FromPixelData(Side, Side, MatType.CV_8UC3, pixels);
        Cv2.Resize(small, target, new Size(Side, Side), 0, 0, InterpolationFlags.Cubic);
        return this with { Pixels = pixels };
    }

    /// <summary>The square mirrored left to right.</summary>
    public RgbSquare Mirror()
    {
        byte[] pixels = new byte[Pixels.Length];
        for (int i = 0; i < Side * Side; i++)
            Pixels.AsSpan(i * 3, 3).CopyTo(pixels.AsSpan(((i / Side * Side) + (Side - 1 - (i % Side))) * 3));
        return this with { Pixels = pixels };
    }

    /// <summary>All hues turned about the grey axis; brightness stays.</summary>
    /// <param name="angle">Radians.</param>
    public RgbSquare TurnHue(double angle)
    {
        // Turning about (1, 1, 1) by Rodrigues' formula.
        double c = Math.Cos(angle);
        float same = (float)((1 + (2 * c)) / 3);
        float next = (float)(((1 - c) / 3) - (Math.Sin(angle) / Math.Sqrt(3)));
        float last = (float)(((1 - c) / 3) + (Math.Sin(angle) / Math.Sqrt(3)));
        byte[] pixels = new byte[Pixels.Length];
        for (int i = 0; i < pixels.Length; i += 3)
        {
            (float r, float g, float b) = (Pixels[i], Pixels[i + 1], Pixels[i + 2]);
            pixels[i] = ToByte((same * r) + (next * g) + (last * b));
            pixels[i + 1] = ToByte((last * r) + (same * g) + (next * b));
            pixels[i + 2] = ToByte((next * r) + (last * g) + (same * b));
        }

        return this with { Pixels = pixels };
    }

    /// <summary>A pixel's colour, 0xRRGGBB.</summary>
    public int ColorAt(int pixel) => (Pixels[pixel * 3] << 16) | (Pixels[(pixel * 3) + 1] << 8) | Pixels[(pixel * 3) + 2];

    /// <summary>Largest difference of a channel between two pixels.</summary>
    public int Difference(int a, int b) => Math.Max(
        Math.Abs(Pixels[a * 3] - Pixels[b * 3]),
        Math.Max(Math.Abs(Pixels[(a * 3) + 1] - Pixels[(b * 3) + 1]), Math.Abs(Pixels[(a * 3) + 2] - Pixels[(b * 3) + 2])));

    private static byte ToByte(float value) => (byte)Math.Clamp(value + 0.5f, 0, 255);
}
