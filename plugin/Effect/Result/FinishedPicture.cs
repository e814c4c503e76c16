using PdnColorize.Effect.Coloring;
using PdnColorize.Effect.Dialog;
using PdnColorize.Effect.Layers;

namespace PdnColorize.Effect.Result;

/// <summary>
/// The result with what the effect itself does to it, row by row, on several threads: the strength of the colours, and lines over flat regions. Nothing of that needs the daemon.
/// </summary>
internal sealed class FinishedPicture
{
    private const int Full = 100;
    private const int White = 255;

    /// <summary>Less than this between paper and ink is no line; as in the daemon.</summary>
    private const int LeastContrast = 24;

    private readonly ReadOnlyMemory<byte> _pixels;
    private readonly ReadOnlyMemory<byte> _drawing;
    private readonly int _strength;
    private readonly bool _fadesToDrawing;
    private readonly bool _linesOnTop;
    private readonly bool _linesAreLight;

    /// <summary>Creates the picture.</summary>
    /// <param name="drawing">What was coloured.</param>
    /// <param name="pixels">The daemon's result.</param>
    /// <param name="settings">What the user chose.</param>
    public FinishedPicture(Drawing drawing, ReadOnlyMemory<byte> pixels, EffectSettings settings)
    {
        Area = drawing.Area;
        _pixels = pixels;
        _strength = settings.ColorStrength;
        // The daemon has no flat regions with lines; and a run on the lines' own layer must not lose them.
        _linesOnTop = settings.Result == Choices.Flats && drawing.ReplacesLines;
        _fadesToDrawing = drawing.Job.Settings.Result == Protocol.Messages.ResultKind.Composite && _strength < Full;
        _drawing = _linesOnTop || _fadesToDrawing ? drawing.Job.LineArt : ReadOnlyMemory<byte>.Empty;
        _linesAreLight = _linesOnTop && AreLight(_drawing.Span);
    }

    /// <summary>The part of the document that it covers.</summary>
    public PixelArea Area { get; }

    /// <summary>Whether another picture has the same pixels, because it was made of the same result in the same way.</summary>
    public bool IsSameAs(FinishedPicture other) =>
        Area == other.Area && _pixels.Equals(other._pixels) && (_strength, _fadesToDrawing, _linesOnTop) == (other._strength, other._fadesToDrawing, other._linesOnTop);

    /// <summary>Writes a part of a row.</summary>
    /// <param name="x">First column, of the document.</param>
    /// <param name="y">Row, of the document.</param>
    /// <param name="destination">Filled entirely; must lie within <see cref="Area"/>.</param>
    public void WriteRow(int x, int y, Span<byte> destination)
    {
        int offset = checked(((y - Area.Y) * Area.RowBytes) + ((x - Area.X) * PixelArea.BytesPerPixel));
        _pixels.Span.Slice(offset, destination.Length).CopyTo(destination);
        if (_strength < Full) Fade(destination, _fadesToDrawing ? _drawing.Span.Slice(offset, destination.Length) : []);
        if (_linesOnTop) LayLines(_drawing.Span.Slice(offset, destination.Length), destination);
    }

    /// <summary>Less strength is a step towards the picture without its colours: towards the drawing where the result holds it, else towards white paper.</summary>
    private void Fade(Span<byte> row, ReadOnlySpan<byte> drawing)
    {
        for (int i = 0; i < row.Length; i += PixelArea.BytesPerPixel)
        {
            for (int c = 0; c < 3; c++)
            {
                int plain = drawing.IsEmpty ? White : OverWhite(drawing[i + c], drawing[i + 3]);
                row[i + c] = (byte)(((plain * (Full - _strength)) + (row[i + c] * _strength) + (Full / 2)) / Full);
            }
        }
    }

    /// <summary>
    /// Multiplies the drawing over the colours: black stays black, white paper lets the colours through, transparent places too. White lines on nothing are laid over them, since multiplying would lose them: as
    /// in the daemon, where the result holds the lines.
    /// </summary>
    private void LayLines(ReadOnlySpan<byte> drawing, Span<byte> row)
    {
        for (int i = 0; i < row.Length; i += PixelArea.BytesPerPixel)
        {
            int alpha = drawing[i + 3];
            for (int c = 0; c < 3; c++)
            {
                row[i + c] = _linesAreLight
                    ? (byte)(((row[i + c] * (White - alpha)) + (drawing[i + c] * alpha) + (White / 2)) / White)
                    : (byte)(((row[i + c] * OverWhite(drawing[i + c], alpha)) + (White / 2)) / White);
            }
        }
    }

    /// <summary>Whether next to nothing of a drawing could be seen on white paper, and there is something on its transparent ground all the same.</summary>
    private static bool AreLight(ReadOnlySpan<byte> drawing)
    {
        long seen = 0, light = 0, ground = 0;
        for (int i = 0; i < drawing.Length; i += PixelArea.BytesPerPixel)
        {
            int alpha = drawing[i + 3];
            int darkest = OverWhite(Math.Min(drawing[i], Math.Min(drawing[i + 1], drawing[i + 2])), alpha);
            if (darkest < White - LeastContrast) seen++;
            else if (alpha >= White / 2) light++;
            else ground++;
        }

        return ground > 0 && seen * 100 < light;
    }

    private static int OverWhite(int channel, int alpha) => ((channel * alpha) + (White * (White - alpha)) + (White / 2)) / White;
}
