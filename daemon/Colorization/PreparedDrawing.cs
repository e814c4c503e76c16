using PdnColorize.Colorization.LineArt;
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

    private PreparedDrawing(LineArtMap lineArt, Plane<byte> workingLines, float[] distances, RegionMap regions)
    {
        LineArt = lineArt;
        WorkingLines = workingLines;
        Distances = distances;
        Regions = regions;
    }

    public LineArtMap LineArt { get; }

    /// <summary>Line art at working size.</summary>
    public Plane<byte> WorkingLines { get; }

    /// <summary>Distance to the nearest line at working size, in pixels.</summary>
    public float[] Distances { get; }

    /// <summary>Closed regions at working size.</summary>
    public RegionMap Regions { get; }

    /// <summary>Memory that this holds, about.</summary>
    public long Bytes => LineArt.Lines.Length + WorkingLines.Length + ((long)(sizeof(float) + sizeof(int)) * Distances.Length);

    /// <exception cref="PictureException">The drawing holds no lines.</exception>
    public static PreparedDrawing Create(Picture drawing, LineArtOptions options, CancellationToken cancellationToken)
    {
        LineArtMap lineArt = LineArtPreparation.Prepare(drawing, options, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        PictureSize size = PictureSize.Fit(drawing.Width, drawing.Height, WorkingShortSide, WorkingLongSide, enlarge: false);
        Plane<byte> lines = LineScaling.Resize(lineArt, size.Width, size.Height, ThinnestWorkingLine);
        cancellationToken.ThrowIfCancellationRequested();
        float[] distances = LineDistances.ToNearestInk(lines, RegionSegmentation.PaperAbove);
        double gapRadius = GapRadiusShare * Math.Min(size.Width, size.Height);
        int leastArea = Math.Max(1, (int)(LeastAreaShare * size.Width * size.Height));
        RegionMap regions = RegionSegmentation.Run(lines, distances, gapRadius, leastArea, cancellationToken);
        return new PreparedDrawing(lineArt, lines, distances, regions);
    }
}
