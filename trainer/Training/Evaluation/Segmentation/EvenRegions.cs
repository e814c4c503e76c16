using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Evaluation.Lines;
using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Evaluation.Segmentation;

/// <summary>
/// Connected areas of near-equal colour: neighbours join in the order of their difference, as long as it is small and the means of what they join are alike. So noise and soft
/// shading part nothing, and a slow change of colour across the picture does not join all of it.
/// </summary>
internal sealed class EvenRegions
{
    /// <summary>CIELAB: neighbours that differ by more never join.</summary>
    private const float MostStep = 3;

    /// <summary>CIELAB: regions whose means differ by more never join.</summary>
    private const float MostDifference = 12;

    /// <summary>Differences are sorted in so many steps.</summary>
    private const int Levels = 64;

    private readonly int[] _parent;
    private readonly int[] _size;
    private readonly double[] _sums;

    private EvenRegions(float[] lab)
    {
        int count = lab.Length / 3;
        _parent = [.. Enumerable.Range(0, count)];
        _size = new int[count];
        Array.Fill(_size, 1);
        _sums = Array.ConvertAll(lab, value => (double)value);
    }

    /// <summary>Cuts a picture into regions.</summary>
    /// <returns>Region of each pixel, from 0 in the order of their first pixels.</returns>
    public static Plane<int> Of(RgbSquare picture)
    {
        float[] lab = ClosedPicture.ToLab(picture);
        EvenRegions regions = new(lab);
        List<int>[] edges = Edges(lab, picture.Side);
        foreach (int edge in edges.SelectMany(edge => edge)) regions.JoinIfAlike(edge / 2, (edge / 2) + (edge % 2 == 0 ? 1 : picture.Side));
        return regions.Number(picture.Side);
    }

    /// <summary>Edges to the neighbours on the right and below by their difference; an edge is its pixel x 2 plus 1 for below.</summary>
    private static List<int>[] Edges(float[] lab, int side)
    {
        List<int>[] edges = [.. Enumerable.Range(0, Levels).Select(_ => new List<int>())];
        for (int i = 0; i < side * side; i++)
        {
            if (i % side < side - 1) Add(i, i + 1, i * 2);
            if (i / side < side - 1) Add(i, i + side, (i * 2) + 1);
        }

        return edges;

        void Add(int a, int b, int edge)
        {
            double difference = Math.Sqrt(Square(lab[a * 3] - lab[b * 3]) + Square(lab[(a * 3) + 1] - lab[(b * 3) + 1]) + Square(lab[(a * 3) + 2] - lab[(b * 3) + 2]));
            if (difference < MostStep) edges[(int)(difference * Levels / MostStep)].Add(edge);
        }
    }

    private void JoinIfAlike(int first, int second)
    {
        (first, second) = (Root(first), Root(second));
        if (first == second) return;
        double squares = 0;
        for (int c = 0; c < 3; c++) squares += Square((_sums[(first * 3) + c] / _size[first]) - (_sums[(second * 3) + c] / _size[second]));
        if (squares > MostDifference * MostDifference) return;
        (int root, int child) = first < second ? (first, second) : (second, first);
        _parent[child] = root;
        _size[root] += _size[child];
        for (int c = 0; c < 3; c++) _sums[(root * 3) + c] += _sums[(child * 3) + c];
    }

    private int Root(int pixel)
    {
        while (_parent[pixel] != pixel) pixel = _parent[pixel] = _parent[_parent[pixel]];
        return pixel;
    }

    private Plane<int> Number(int side)
    {
        Plane<int> labels = new(side, side);
        int[] numbers = new int[labels.Length];
        int count = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            int root = Root(i);
            // A region's root is its first pixel.
            if (root == i) numbers[i] = count++;
            labels.Data[i] = numbers[root];
        }

        return labels;
    }

    private static double Square(double value) => value * value;
}
