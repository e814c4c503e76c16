using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Regions;

/// <summary>The learned borders of a drawing.</summary>
/// <param name="Map">As the network read them.</param>
/// <param name="Working">
/// How surely colours differ across each pixel at working size, 0..255, drawn onto the ink: where there are lines a border is as narrow as they are and strongest in their middle.
/// </param>
internal sealed record LearnedBorders(BorderMap Map, Plane<byte> Working)
{
    /// <summary>A border beside ink keeps this share of its strength on the paper, so that it does not break where a line ends.</summary>
    private const float PaperShare = 0.4f;

    /// <summary>Ink is looked for this far from each pixel, in pixels of the learned map.</summary>
    private const double Reach = 1.5;

    /// <summary>Marks lighter than the first are no ink for a border to follow, marks darker than the second surely are (255: black).</summary>
    private const int FaintestInk = 12;
    private const int SureInk = 32;

    /// <summary>Draws a border map onto line art.</summary>
    /// <param name="borders">The learned borders, any size.</param>
    /// <param name="lines">Line art at working size: 0 ink, 255 paper.</param>
    public static LearnedBorders Create(BorderMap borders, Plane<byte> lines)
    {
        Plane<byte> strength = borders.Resize(lines.Width, lines.Height);
        int radius = Math.Max(1, (int)Math.Round(Reach * lines.Width / borders.Strength.Width));
        Plane<byte> darkest = SlidingWindow.Minimum(lines, radius);
        byte[] data = new byte[lines.Length];
        for (int i = 0; i < data.Length; i++)
        {
            int darkness = 255 - lines.Data[i];
            int darkestNear = 255 - darkest.Data[i];
            float following = Math.Clamp((float)(darkestNear - FaintestInk) / (SureInk - FaintestInk), 0, 1);
            float onInk = darkestNear == 0 ? 1 : (float)darkness / darkestNear;
            float share = 1 - (following * (1 - PaperShare) * (1 - onInk));
            data[i] = (byte)MathF.Round(strength.Data[i] * share);
        }

        return new LearnedBorders(borders, new Plane<byte>(lines.Width, lines.Height, data));
    }
}
