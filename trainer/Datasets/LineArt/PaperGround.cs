using OpenCvSharp;
using PdnColorize.Datasets.Randomness;

namespace PdnColorize.Datasets.LineArt;

/// <summary>Lays line art on paper that is not white: grey, or lit from one side.</summary>
internal static class PaperGround
{
    /// <summary>Multiplies the drawing with a ground that goes from one grey to another.</summary>
    /// <param name="lines">CV_8UC1, changed in place.</param>
    /// <param name="darkest">The darkest ground, 0..255.</param>
    /// <param name="random">Its greys and its direction.</param>
    public static void Lay(Mat lines, double darkest, SeededRandom random)
    {
        double one = random.Next(darkest, 255);
        double other = random.Chance(0.5) ? one : random.Next(darkest, 255);
        double angle = random.Next(0, 2 * Math.PI);
        double right = Math.Cos(angle);
        double down = Math.Sin(angle);
        int height = lines.Height;
        for (int y = 0; y < height; y++)
        {
            Span<byte> row = lines.RowSpan<byte>(y);
            for (int x = 0; x < row.Length; x++)
            {
                // -0.5..0.5 along each side; their sum along the direction of the light stays within 0..1 after the shift.
                double along = (right * (((x + 0.5) / row.Length) - 0.5)) + (down * (((y + 0.5) / lines.Height) - 0.5));
                double ground = one + ((other - one) * Math.Clamp(along + 0.5, 0, 1));
                row[x] = (byte)((row[x] * ground / 255) + 0.5);
            }
        }
    }
}
