using OpenCvSharp;
using PdnColorize.Datasets.LineArt;
using PdnColorize.Datasets.Randomness;

namespace PdnColorize.Datasets;

/// <summary>
/// Changes line art as drawings of other hands, pens and scanners differ: width, darkness, gaps, paper, pencil grain, ink without greys, blur. For the
/// loader: every time a picture comes up it gets another seed. Safe for use from several threads.
/// </summary>
/// <param name="options">How often and how far; the defaults when null.</param>
public sealed class LineArtRandomizer(LineArtRandomizerOptions? options = null)
{
    private readonly LineArtRandomizerOptions _options = options ?? new();

    /// <summary>Changes a drawing. The same drawing and seed give the same result.</summary>
    /// <param name="grey">Width x height bytes: 0 black line, 255 paper. Not changed.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Number of rows.</param>
    /// <param name="seed">Decides every choice.</param>
    /// <returns>A new drawing of the same size.</returns>
    /// <exception cref="ArgumentException"><paramref name="grey"/> has another number of pixels.</exception>
    public byte[] Apply(byte[] grey, int width, int height, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(grey);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (grey.Length != width * height) throw new ArgumentException($"A drawing of {width} x {height} has not {grey.Length} pixels.", nameof(grey));

        SeededRandom random = new(StableHash.Of("randomize", seed, ""));
        byte[] pixels = [.. grey];
        using Mat lines = Mat.FromPixelData(height, width, MatType.CV_8UC1, pixels);

        // As it happens to a drawing: the pen decides width and gaps, then its ink, then the paper, and the scanner comes last. Every choice draws its
        // numbers, taken or not, so that changing one probability changes no other choice.
        double change = random.Next(-_options.MostThinning, _options.MostWidening);
        if (random.Chance(_options.Width)) LineWidths.Change(lines, change);
        SeededRandom gaps = new(random.NextBits());
        if (random.Chance(_options.Gaps)) LineGaps.Cut(lines, gaps.Next(0, _options.MostGaps), gaps);
        bool binarise = random.Chance(_options.Binarise);
        if (binarise) Cv2.Threshold(lines, lines, random.Next(120, 200), 255, ThresholdTypes.Binary);
        SeededRandom pencil = new(random.NextBits());
        if (random.Chance(_options.Pencil)) PencilGrain.Add(lines, pencil);
        double darkness = random.Next(_options.LeastDarkness, 1);
        if (random.Chance(_options.Darkness)) Fade(lines, darkness);
        SeededRandom paper = new(random.NextBits());
        if (random.Chance(_options.Paper)) PaperGround.Lay(lines, _options.DarkestPaper, paper);
        double blur = random.Next(0.4, Math.Max(_options.MostBlur, 0.4));
        if (random.Chance(_options.Blur)) Cv2.GaussianBlur(lines, lines, new Size(), blur);
        return pixels;
    }

    private static void Fade(Mat lines, double darkness) => lines.ConvertTo(lines, MatType.CV_8UC1, darkness, 255 * (1 - darkness));
}
