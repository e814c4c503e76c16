using OpenCvSharp;
using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Networks;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Datasets;
using PdnColorize.Datasets.LineArt;

namespace PdnColorize.Training.Samples;

/// <summary>Brings a data set's line drawings to a stage's size by the very steps of colouring.</summary>
internal static class SampleLines
{
    /// <summary>A square of a line drawing, normalised as a user's drawing would be.</summary>
    /// <param name="drawing">The drawing.</param>
    /// <param name="width">Its width.</param>
    /// <param name="window">The square, inside the drawing.</param>
    /// <param name="change">If given: changes the square's pixels before, from its pixels and its side.</param>
    public static LineArtMap Prepare(LineArtVariant drawing, int width, Window window, Func<byte[], int, byte[]>? change = null)
    {
        byte[] grey = drawing.Grey;
        byte[] pixels = new byte[window.Side * window.Side];
        for (int y = 0; y < window.Side; y++)
            Array.Copy(grey, ((window.Top + y) * width) + window.Left, pixels, y * window.Side, window.Side);
        if (change is not null) pixels = change(pixels, window.Side);
        Plane<byte> square = new(window.Side, window.Side, pixels);

        // An empty corner of a drawing is no drawing to a user; to training it is paper.
        return LineArtPreparation.TryPrepare(square, LineArtOptions.Default) ?? new LineArtMap(square, LineWidth: 1, PaperGrey: 255, LightInk: false);
    }

    /// <summary>Moves the edges of lines outward, or inward.</summary>
    /// <param name="grey">Side x side bytes, 0 ink to 255 paper. Not changed.</param>
    /// <param name="side">Side in pixels.</param>
    /// <param name="pixels">How far.</param>
    public static byte[] Widen(byte[] grey, int side, double pixels)
    {
        byte[] changed = [.. grey];
        using Mat lines = Mat.FromPixelData(side, side, MatType.CV_8UC1, changed);
        LineWidths.Change(lines, pixels);
        return changed;
    }

    /// <summary>The line art in a stage's size.</summary>
    /// <param name="lineArt">What <see cref="Prepare"/> gave.</param>
    /// <param name="side">Side in pixels.</param>
    /// <param name="widths">The model's <see cref="ModelManifest.LineWidths"/>.</param>
    public static Plane<byte> Scale(LineArtMap lineArt, int side, ValueRange widths) => NetworkStage.ScaleLines(lineArt, side, side, side, widths);

    /// <summary>The plane mirrored left to right.</summary>
    public static LineArtMap Mirror(LineArtMap lineArt)
    {
        Plane<byte> source = lineArt.Lines;
        Plane<byte> mirrored = new(source.Width, source.Height);
        for (int y = 0; y < source.Height; y++)
        {
            source.Row(y).CopyTo(mirrored.Row(y));
            mirrored.Row(y).Reverse();
        }

        return lineArt with { Lines = mirrored };
    }
}
