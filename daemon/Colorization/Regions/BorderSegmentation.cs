using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Regions;

/// <summary>
/// Cuts a drawing into regions of one colour each by learned borders: rooms between lines and learned borders first, as <see cref="RegionSegmentation"/> finds them; then
/// rooms with too weak a border between them become one.
/// </summary>
internal static class BorderSegmentation
{
    /// <summary>Learned borders this strong hold rooms apart where there is no ink.</summary>
    private const byte StrongBorder = 110;

    /// <summary>Mean strength below which a border parts no regions.</summary>
    private const double WeakBorder = 110;

    /// <summary>
    /// Mean strength below which a border does not hold a hint in. (PSNR with 10 dots on true and on degraded lines: 25.4 and 21.1 dB at 110, 27.7 and 21.1 at 140, 29.2 and 21.0
    /// at 165, 29.8 and 20.5 at 190, 28.4 and 19.9 at 215.)
    /// </summary>
    private const double WeakHintBorder = 165;

    /// <summary>Rooms are parted at every passage narrower than this share of the smaller one; what belongs together is joined by the border there, which is weak.</summary>
    private const double WaistShare = 0.5;

    /// <summary>A pixel on a border without ink has no room around it, yet is paper: hints may stand there.</summary>
    private const float OnBorder = 0.5f;

    /// <summary>Distance in pixels from each pixel to the nearest ink or strong border: 0 in ink alone.</summary>
    /// <param name="lines">0 ink, 255 paper.</param>
    /// <param name="borders">The learned borders in the same size.</param>
    public static float[] Distances(Plane<byte> lines, LearnedBorders borders)
    {
        Plane<byte> open = new(lines.Width, lines.Height);
        for (int i = 0; i < open.Length; i++)
            open.Data[i] = lines.Data[i] > RegionSegmentation.PaperAbove && borders.Working.Data[i] < StrongBorder ? byte.MaxValue : byte.MinValue;
        float[] distances = LineDistances.ToNearestInk(open, RegionSegmentation.PaperAbove);
        for (int i = 0; i < distances.Length; i++)
            if (lines.Data[i] > RegionSegmentation.PaperAbove) distances[i] = Math.Max(OnBorder, distances[i]);
        return distances;
    }

    /// <summary>Segments line art.</summary>
    /// <param name="lines">0 ink, 255 paper.</param>
    /// <param name="borders">The learned borders, drawn onto these lines.</param>
    /// <param name="distances">What <see cref="Distances"/> gave.</param>
    /// <param name="meeting">What <see cref="WithoutMasses"/> gave.</param>
    /// <param name="leastArea">Regions with fewer pixels than this join a neighbour.</param>
    /// <param name="cancellationToken">Checked now and then.</param>
    public static RegionMap Run(
        Plane<byte> lines, LearnedBorders borders, float[] distances, Plane<byte> meeting, int leastArea, CancellationToken cancellationToken)
    {
        Plane<byte> walls = new(lines.Width, lines.Height);
        for (int i = 0; i < walls.Length; i++) walls.Data[i] = (byte)Math.Min(lines.Data[i], 255 - borders.Working.Data[i]);
        RegionMap rooms = RegionSegmentation.Run(walls, distances, double.PositiveInfinity, leastArea, WaistShare, cancellationToken);
        return RegionMerging.Run(rooms, borders.Map, meeting, WeakBorder, cancellationToken);
    }

    /// <summary>Joins regions to what hints share: rather too much, which they share by the same borders, than a region that no hint reaches.</summary>
    public static RegionMap ForHints(RegionMap regions, LearnedBorders borders, Plane<byte> meeting, CancellationToken cancellationToken) =>
        RegionMerging.Run(regions, borders.Map, meeting, WeakHintBorder, cancellationToken);

    /// <summary>255 on paper and on lines, 0 inside wide areas of ink: what meets there is not parted by a line.</summary>
    public static Plane<byte> WithoutMasses(Plane<byte> lines, BorderMap borders)
    {
        Plane<byte> lightest = SlidingWindow.Maximum(lines, Math.Max(2, 3 * lines.Width / borders.Strength.Width));
        for (int i = 0; i < lightest.Length; i++) lightest.Data[i] = lightest.Data[i] > RegionSegmentation.PaperAbove ? byte.MaxValue : byte.MinValue;
        return lightest;
    }
}
