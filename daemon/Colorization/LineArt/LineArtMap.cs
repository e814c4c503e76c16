using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.LineArt;

/// <summary>A drawing reduced to its lines, at the drawing's own size.</summary>
/// <param name="Lines">Grey: 0 black ink, 255 clean paper.</param>
/// <param name="LineWidth">Typical width of a line, in pixels.</param>
/// <param name="PaperGrey">Grey of the drawing's paper before it was brought to white, 1..255.</param>
/// <param name="LightInk">The lines are lighter than the paper (white lines on transparent ground), so that multiplying them over colours would lose them.</param>
internal sealed record LineArtMap(Plane<byte> Lines, double LineWidth, int PaperGrey, bool LightInk)
{
    public int Width => Lines.Width;

    public int Height => Lines.Height;
}
