using OpenCvSharp;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Evaluation.Segmentation;

/// <summary>
/// Felzenszwalb and Huttenlocher's "Efficient Graph-Based Image Segmentation" (2004) over the eight neighbours, with the conventions of scikit-image: channels 0..1,
/// the scale divided by 255.
/// </summary>
internal sealed class FelzenszwalbSegmentation
{
    /// <summary>The blur ends at four deviations, as in SciPy.</summary>
    private const double BlurDeviations = 4;

    private readonly int[] _parent;
    private readonly int[] _size;
    private readonly float[] _inner;

    private FelzenszwalbSegmentation(int count)
    {
        _parent = [.. Enumerable.Range(0, count)];
        _size = new int[count];
        Array.Fill(_size, 1);
        _inner = new float[count];
    }

    /// <summary>Cuts a picture into regions of like colour.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="scale">Larger gives larger regions.</param>
    /// <param name="sigma">Deviation of the blur before, in pixels.</param>
    /// <param name="leastArea">Smaller regions join a neighbour.</param>
    /// <returns>Region of each pixel, from 0 in the order of their first pixels.</returns>
    public static Plane<int> Run(RgbSquare picture, double scale, double sigma, int leastArea)
    {
        (float[] weights, int[] edges) = Edges(Blur(picture, sigma), picture.Side);
        FelzenszwalbSegmentation forest = new(picture.Side * picture.Side);
        forest.JoinLike(weights, edges, picture.Side, (float)(scale / 255));
        forest.JoinSmall(edges, picture.Side, leastArea);
        return forest.Number(picture.Side);
    }

    private void JoinLike(float[] weights, int[] edges, int side, float scale)
    {
        for (int i = 0; i < edges.Length; i++)
        {
            (int first, int second) = Ends(edges[i], side);
            (first, second) = (Root(first), Root(second));
            if (first == second) continue;
            float allowed = Math.Min(_inner[first] + (scale / _size[first]), _inner[second] + (scale / _size[second]));
            // The edges come in ascending order, so this one is the joined region's largest.
            if (weights[i] < allowed) _inner[Join(first, second)] = weights[i];
        }
    }

    private void JoinSmall(int[] edges, int side, int leastArea)
    {
        foreach (int edge in edges)
        {
            (int first, int second) = Ends(edge, side);
            (first, second) = (Root(first), Root(second));
            if (first != second && Math.Min(_size[first], _size[second]) < leastArea) Join(first, second);
        }
    }

    private int Join(int first, int second)
    {
        (int root, int child) = first < second ? (first, second) : (second, first);
        _parent[child] = root;
        _size[root] += _size[child];
        return root;
    }

    private int Root(int pixel)
    {
        while (_parent[pixel] != pixel) pixel = _parent[pixel] = _parent[_parent[pixel]];
        return pixel;
    }

    private Plane<int> Number(int side)
    {
        Plane<int> labels = new(side, side);
        Dictionary<int, int> numbers = [];
        for (int i = 0; i < labels.Length; i++)
        {
            int root = Root(i);
            if (!numbers.TryGetValue(root, out int number)) numbers.Add(root, number = numbers.Count);
            labels.Data[i] = number;
        }

        return labels;
    }

    private static float[] Blur(RgbSquare picture, double sigma)
    {
        float[] values = new float[picture.Pixels.Length];
        int size = (2 * (int)((BlurDeviations * sigma) + 0.5)) + 1;
        using Mat source = Mat.FromPixelData(picture.Side, picture.Side, MatType.CV_8UC3, picture.Pixels);
        using Mat target = Mat.FromPixelData(picture.Side, picture.Side, MatType.CV_32FC3, values);
        using Mat floats = new();
        source.ConvertTo(floats, MatType.CV_32FC3, 1.0 / 255);
        Cv2.GaussianBlur(floats, target, new Size(size, size), sigma, sigma, BorderTypes.Reflect);
        return values;
    }

    /// <summary>Edges to the neighbours on the right, below, below right and above right, by weight; an edge is its pixel x 4 plus its direction.</summary>
    private static (float[] Weights, int[] Edges) Edges(float[] colors, int side)
    {
        List<float> weights = new(colors.Length / 3 * 4);
        List<int> edges = new(colors.Length / 3 * 4);
        for (int direction = 0; direction < 4; direction++)
        {
            for (int pixel = 0; pixel < side * side; pixel++)
            {
                (int x, int y) = (pixel % side, pixel / side);
                bool inside = direction switch { 0 => x < side - 1, 1 => y < side - 1, 2 => x < side - 1 && y < side - 1, _ => x < side - 1 && y > 0 };
                if (!inside) continue;
                int other = Ends((pixel * 4) + direction, side).Second;
                float squares = 0;
                for (int c = 0; c < 3; c++)
                {
                    float difference = colors[(pixel * 3) + c] - colors[(other * 3) + c];
                    squares += difference * difference;
                }

                weights.Add(MathF.Sqrt(squares));
                edges.Add((pixel * 4) + direction);
            }
        }

        float[] sortedWeights = [.. weights];
        int[] sortedEdges = [.. edges];
        Array.Sort(sortedWeights, sortedEdges);
        return (sortedWeights, sortedEdges);
    }

    private static (int First, int Second) Ends(int edge, int side)
    {
        int pixel = edge / 4;
        return (pixel, pixel + (edge % 4) switch { 0 => 1, 1 => side, 2 => side + 1, _ => 1 - side });
    }
}
