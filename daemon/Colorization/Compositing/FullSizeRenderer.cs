using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Compositing;

/// <summary>Paints the result at the drawing's own size.</summary>
internal static class FullSizeRenderer
{
    private const int RowsPerStrip = 256;

    /// <summary>A strip of a drawing 16384 wide takes 100 MB: this bounds them on machines with many cores.</summary>
    private const int MostStripsAtOnce = 6;

    /// <summary>Colours without lines, smooth inside each region, sharp at region borders.</summary>
    /// <param name="field">Colours at working size.</param>
    /// <param name="labels">Regions at working size.</param>
    /// <param name="means">Mean colour of each region, for pixels whose region has no working pixel nearby.</param>
    /// <param name="lines">The line art at full size.</param>
    /// <param name="result">Painted over entirely; of the line art's size.</param>
    /// <param name="cancellationToken">Checked at each strip.</param>
    public static void PaintColors(
        ColorField field, Plane<int> labels, float[] means, LineArtMap lines, Picture result, CancellationToken cancellationToken)
    {
        RegionSampler sampler = new(field, labels, means, lines.Width, lines.Height);
        ForEachRow(labels, lines, (y, row) =>
        {
            Span<byte> target = Row(result, y);
            for (int x = 0; x < row.Length; x++) sampler.Sample(x, y, row[x], target.Slice(x * Picture.BytesPerPixel, Picture.BytesPerPixel));
        }, cancellationToken);
    }

    /// <summary>Flat colours, without anti-aliasing.</summary>
    /// <param name="flats">The flat parts at working size.</param>
    /// <param name="labels">Regions at working size.</param>
    /// <param name="lines">The line art at full size.</param>
    /// <param name="result">Painted over entirely; of the line art's size.</param>
    /// <param name="cancellationToken">Checked at each strip.</param>
    public static void PaintFlats(FlatRegions flats, Plane<int> labels, LineArtMap lines, Picture result, CancellationToken cancellationToken)
    {
        RegionSampler sampler = new(flats.Field, labels, flats.RegionColors, lines.Width, lines.Height);
        // Region borders at full size come from the drawing alone, so that a hint can move a border between parts of its region, but none between regions.
        ForEachRow(labels, lines, (y, row) =>
        {
            Span<byte> target = Row(result, y);
            for (int x = 0; x < row.Length; x++) sampler.SampleNearest(x, y, row[x], target.Slice(x * Picture.BytesPerPixel, Picture.BytesPerPixel));
        }, cancellationToken);
    }

    private delegate void RowPainter(int y, ReadOnlySpan<int> labels);

    private static void ForEachRow(Plane<int> labels, LineArtMap lines, RowPainter paint, CancellationToken cancellationToken)
    {
        FullSizeLabels fullSize = new(labels, lines.Lines);
        int strips = (lines.Height + RowsPerStrip - 1) / RowsPerStrip;
        Parallel.For(0, strips, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Math.Min(MostStripsAtOnce, Environment.ProcessorCount) }, strip =>
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
