using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Compositing;

/// <summary>Lays the drawing over its colours.</summary>
internal static class LineCompositing
{
    /// <summary>
    /// Multiplies the drawing over the colours, in place: black stays black, paper lets the colours through, coloured lines keep their tint. Lines lighter than
    /// their ground (white on a transparent layer) are laid over instead, since multiplying would lose them.
    /// </summary>
    public static void Run(Picture colors, Picture drawing, LineArtMap lines, CancellationToken cancellationToken = default) => Rows.ForEach(drawing.Height, y =>
    {
        int stride = drawing.Width * Picture.BytesPerPixel;
        Span<byte> under = colors.Pixels.AsSpan(y * stride, stride);
        ReadOnlySpan<byte> over = drawing.Pixels.AsSpan(y * stride, stride);
        ReadOnlySpan<byte> grey = lines.Lines.Row(y);
        for (int x = 0; x < grey.Length; x++)
        {
            // What was found to be paper, however tinted or shaded, does not darken the colours.
            if (grey[x] == 255) continue;
            int at = x * Picture.BytesPerPixel;
            int alpha = over[at + 3];
            for (int c = 0; c < 3; c++)
            {
                int ink = ((255 - over[at + c]) * alpha) + 127;
                under[at + c] = lines.LightInk
                    ? (byte)(((under[at + c] * (255 - alpha)) + (over[at + c] * alpha) + 127) / 255)
                    : (byte)Math.Min(under[at + c], under[at + c] * (255 - (ink / 255)) / lines.PaperGrey);
            }
        }
    }, cancellationToken);
}
