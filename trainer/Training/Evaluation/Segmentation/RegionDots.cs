using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Evaluation.Segmentation;

/// <summary>A dot in each region of a picture, in the region's mean colour, the largest regions first.</summary>
internal sealed class RegionDots
{
    /// <summary>Regions are found on this many cells a side; smaller ones get no dot.</summary>
    private const int Cells = 64;

    private const double Scale = 100;
    private const double Sigma = 0.5;
    private const int LeastArea = 100;

    private readonly int _side;
    private readonly IReadOnlyList<(int Color, int[] Positions)> _dots;

    private RegionDots(int side, IReadOnlyList<(int Color, int[] Positions)> dots) => (_side, _dots) = (side, dots);

    /// <summary>Number of dots.</summary>
    public int Count => _dots.Count;

    /// <summary>Finds the regions and places the dots.</summary>
    /// <param name="picture">Its side a multiple of 64.</param>
    public static RegionDots Of(RgbSquare picture)
    {
        Plane<int> labels = FelzenszwalbSegmentation.Run(picture, Scale, Sigma, LeastArea);
        int count = labels.Data.Max() + 1;
        (int[] areas, int[] colors) = AreasAndColors(picture, labels, count);
        int[] medoids = Medoids(labels, count);
        return new RegionDots(picture.Side, [.. Enumerable.Range(0, count)
            .Where(region => medoids[region] >= 0)
            .OrderByDescending(region => areas[region])
            .Select(region => (colors[region], Dot(labels, region, medoids[region])))]);
    }

    /// <summary>The dots of the largest regions.</summary>
    /// <param name="share">Share of the regions, 0 to 1, rounded down.</param>
    public HintSet Largest(double share)
    {
        int count = (int)Math.Floor(share * _dots.Count);
        (int Position, int Color)[] pixels = [.. _dots.Take(count)
            .SelectMany(dot => dot.Positions.Select(position => (Position: position, dot.Color)))
            .OrderBy(pixel => pixel.Position)];
        return HintSet.FromPixels(_side, _side, [.. pixels.Select(pixel => pixel.Position)], [.. pixels.Select(pixel => pixel.Color)]);
    }

    private static (int[] Areas, int[] Colors) AreasAndColors(RgbSquare picture, Plane<int> labels, int count)
    {
        int[] areas = new int[count];
        long[] sums = new long[count * 3];
        for (int i = 0; i < labels.Length; i++)
        {
            areas[labels.Data[i]]++;
            for (int c = 0; c < 3; c++) sums[(labels.Data[i] * 3) + c] += picture.Pixels[(i * 3) + c];
        }

        return (areas, [.. Enumerable.Range(0, count).Select(region => (Mean(region, 0) << 16) | (Mean(region, 1) << 8) | Mean(region, 2))]);

        int Mean(int region, int channel) => (int)Math.Round((double)sums[(region * 3) + channel] / areas[region]);
    }

    /// <summary>The cell of each region that is nearest to all others of it, which is the one nearest to their centre (squared distances); -1 where no cell's middle lies in the region.</summary>
    private static int[] Medoids(Plane<int> labels, int count)
    {
        int[] cells = new int[count];
        double[] sumsX = new double[count];
        double[] sumsY = new double[count];
        for (int cell = 0; cell < Cells * Cells; cell++)
        {
            int region = RegionOf(labels, cell);
            cells[region]++;
            sumsX[region] += cell % Cells;
            sumsY[region] += cell / Cells;
        }

        int[] medoids = new int[count];
        double[] nearest = new double[count];
        Array.Fill(medoids, -1);
        Array.Fill(nearest, double.PositiveInfinity);
        for (int cell = 0; cell < Cells * Cells; cell++)
        {
            int region = RegionOf(labels, cell);
            double x = (cell % Cells) - (sumsX[region] / cells[region]);
            double y = (cell / Cells) - (sumsY[region] / cells[region]);
            double square = (x * x) + (y * y);
            if (square >= nearest[region]) continue;
            nearest[region] = square;
            medoids[region] = cell;
        }

        return medoids;
    }

    private static int RegionOf(Plane<int> labels, int cell)
    {
        int size = labels.Width / Cells;
        return labels[(cell % Cells * size) + (size / 2), (cell / Cells * size) + (size / 2)];
    }

    /// <summary>The pixels of a cell that lie in the region.</summary>
    private static int[] Dot(Plane<int> labels, int region, int cell)
    {
        int size = labels.Width / Cells;
        (int left, int top) = (cell % Cells * size, cell / Cells * size);
        return [.. Enumerable.Range(0, size * size)
            .Select(i => ((top + (i / size)) * labels.Width) + left + (i % size))
            .Where(at => labels.Data[at] == region)];
    }
}
