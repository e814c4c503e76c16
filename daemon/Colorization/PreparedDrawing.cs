using PdnColorize.Colorization.Groups;
using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Networks;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;

namespace PdnColorize.Colorization;

/// <summary>All that a colorization needs to know of a drawing and that does not depend on its hints; may be used again with other hints.</summary>
internal sealed class PreparedDrawing
{
    /// <summary>Regions are found with this short side at most: finer than any stage, and far cheaper than at full size.</summary>
    private const int WorkingShortSide = 1024;

    private const int WorkingLongSide = 4096;

    /// <summary>
    /// Half the widest gap that is closed, as a share of the working short side: 3 pixels at 512, where hand-drawn lines have 2 to 6.
    /// </summary>
    private const double GapRadiusShare = 3.0 / 512;

    /// <summary>Smallest region, as a share of the working area: 12 pixels of 512 x 512, the white of an eye.</summary>
    private const double LeastAreaShare = 12.0 / (512 * 512);

    /// <summary>At working size, a line must be about a pixel wide to hold regions apart.</summary>
    private const double ThinnestWorkingLine = 1;

    private PreparedDrawing(LineArtMap lineArt, Plane<byte> workingLines, float[] distances, RegionMap regions, RegionMap hintRegions, RegionReading? reading)
    {
        LineArt = lineArt;
        WorkingLines = workingLines;
        Distances = distances;
        Regions = regions;
        HintRegions = hintRegions;
        Reading = reading;
    }

    public LineArtMap LineArt { get; }

    /// <summary>Line art at working size.</summary>
    public Plane<byte> WorkingLines { get; }

    /// <summary>Distance to the nearest line, or strong learned border, at working size, in pixels; 0 on lines alone.</summary>
    public float[] Distances { get; }

    /// <summary>Regions at working size: what has one color as far as the drawing tells.</summary>
    public RegionMap Regions { get; }

    /// <summary>What several hints share: the same regions, or by learned borders several of them joined.</summary>
    public RegionMap HintRegions { get; }

    /// <summary>What the model's reading network says of the regions; null for a model without one, which goes by the lines.</summary>
    public RegionReading? Reading { get; }

    /// <summary>Where colors end by the reading network.</summary>
    public LearnedBorders? Borders => Reading?.Borders;

    /// <summary>Memory that this holds, about.</summary>
    public long Bytes => LineArt.Lines.Length + WorkingLines.Length + ((long)(sizeof(float) + (sizeof(int) * (HintRegions == Regions ? 1 : 2))) * Distances.Length)
        + (Reading?.Bytes ?? 0);

    /// <summary>Prepares a drawing.</summary>
    /// <param name="drawing">The drawing.</param>
    /// <param name="options">How it becomes line art.</param>
    /// <param name="reading">The model's reading network, if it has one.</param>
    /// <param name="cancellationToken">Checked between the steps and the network's layers.</param>
    /// <exception cref="PictureException">The drawing holds no lines.</exception>
    /// <exception cref="ColorizationException">The reading network gave no borders.</exception>
    public static PreparedDrawing Create(Picture drawing, LineArtOptions options, ReadingNetwork? reading, CancellationToken cancellationToken)
    {
        LineArtMap lineArt = LineArtPreparation.Prepare(drawing, options, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return Create(lineArt, reading, cancellationToken);
    }

    /// <inheritdoc cref="Create(Picture, LineArtOptions, ReadingNetwork?, CancellationToken)"/>
    public static PreparedDrawing Create(Picture drawing, LineArtOptions options, CancellationToken cancellationToken) =>
        Create(drawing, options, reading: null, cancellationToken);

    /// <summary>Prepares line art; otherwise as <see cref="Create(Picture, LineArtOptions, ReadingNetwork?, CancellationToken)"/>.</summary>
    public static PreparedDrawing Create(LineArtMap lineArt, ReadingNetwork? reading, CancellationToken cancellationToken)
    {
        PictureSize size = PictureSize.Fit(lineArt.Width, lineArt.Height, WorkingShortSide, WorkingLongSide, enlarge: false);
        Plane<byte> lines = LineScaling.Resize(lineArt, size.Width, size.Height, ThinnestWorkingLine);
        cancellationToken.ThrowIfCancellationRequested();
        double gapRadius = GapRadiusShare * Math.Min(size.Width, size.Height);
        int leastArea = Math.Max(1, (int)(LeastAreaShare * size.Width * size.Height));
        if (reading is null)
        {
            float[] toLines = LineDistances.ToNearestInk(lines, RegionSegmentation.PaperAbove);
            RegionMap byLines = RegionSegmentation.Run(lines, toLines, gapRadius, leastArea, cancellationToken: cancellationToken);
            return new PreparedDrawing(lineArt, lines, toLines, byLines, byLines, reading: null);
        }

        DrawingReading read = reading.Read(lineArt, cancellationToken);
        LearnedBorders borders = LearnedBorders.Create(read.Borders, lines);
        cancellationToken.ThrowIfCancellationRequested();
        float[] distances = BorderSegmentation.Distances(lines, borders);
        Plane<byte> meeting = BorderSegmentation.WithoutMasses(lines, borders.Map);
        RegionMap regions = BorderSegmentation.Run(lines, borders, distances, meeting, leastArea, cancellationToken);
        RegionReading ofRegions = new(borders, meeting, read.Embedding, read.Colors?.Means(regions.Labels, regions.Count, lines));
        return new PreparedDrawing(lineArt, lines, distances, regions, BorderSegmentation.ForHints(regions, borders, meeting, cancellationToken), ofRegions);
    }
}
