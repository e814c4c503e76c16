using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Compositing;

/// <summary>Paints the result at the drawing's own size.</summary>
internal static class FullSizeRenderer
{
    private const int RowsPerStrip = 256;

    /// <summary>Colours without lines, smooth inside each region, sharp at region borders.</summary>
    /// <param name="field">Colours at working size.</param>
    /// <param name="labels">Regions at working size.</param>
    /// <param name="means">Mean colour of each region, for pixels whose region has no working pixel nearby.</param>
    /// <param name="lines">The line art at full size.</param>
    /// <param name="cancellationToken">Checked at each strip.</param>
    public static Picture PaintColors(
        ColorField field, Plane<int> labels, float[] means, LineArtMap lines, CancellationToken cancellationToken)
    {
        Picture result = new(lines.Width, lines.Height);
        RegionSampler sampler = new(field, labels, means, lines.Width, lines.Height);
        ForEachRow(labels, lines, (y, row) =>
        {
            Span<byte> target = Row(result, y);
            for (int x = 0; x < row.Length; x++) sampler.Sample(x, y, row[x], target.Slice(x * Picture.BytesPerPixel, Picture.BytesPerPixel));
        }, cancellationToken);
        return result;
    }

    /// <summary>One colour for each label, without anti-aliasing.</summary>
    /// <param name="colors">Colour of each label: red, green, blue at index label x 3.</param>
    /// <param name="labels">Labels at working size.</param>
    /// <param name="lines">The line art at full size.</param>
    /// <param name="cancellationToken">Checked at each strip.</param>
    public static Picture PaintFlats(float[] colors, Plane<int> labels, LineArtMap lines, CancellationToken cancellationToken)
    {
        Picture result = new(lines.Width, lines.Height);
        ForEachRow(labels, lines, (y, row) =>
        {
            Span<byte> target = Row(result, y);
            for (int x = 0; x < row.Length; x++)
            {
                ReadOnlySpan<float> color = colors.AsSpan(row[x] * ColorField.Channels, ColorField.Channels);
                RegionSampler.Write(color[0], color[1], color[2], target.Slice(x * Picture.BytesPerPixel, Picture.BytesPerPixel));
            }
        }, cancellationToken);
        return result;
    }

    private delegate void RowPainter(int y, ReadOnlySpan<int> labels);

    private static void ForEachRow(Plane<int> labels, LineArtMap lines, RowPainter paint, CancellationToken cancellationToken)
    {
        FullSizeLabels fullSize = new(labels, lines.Lines);
        int strips = (lines.Height + RowsPerStrip - 1) / RowsPerStrip;
        Parallel.For(0, strips, new ParallelOptions { CancellationToken = cancellationToken }, strip =>
        {
            int top = strip * RowsPerStrip;
            int bottom = Math.Min(lines.Height, top + RowsPerStrip);
            Plane<int> rows = fullSize.Rows(top, bottom);
            for (int y = top; y < bottom; y++) paint(y, rows.Row(y - top));
        });
    }

    private static Span<byte> Row(Picture picture, int y) =>
        picture.Pixels.AsSpan(y * picture.Width * Picture.BytesPerPixel, picture.Width * Picture.BytesPerPixel);
}
