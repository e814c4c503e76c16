using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Training.Evaluation.Candidates;

/// <summary>
/// The nearest seed of each pixel by exact Euclidean distance: Felzenszwalb and Huttenlocher's lower envelope of parabolas ("Distance Transforms of Sampled
/// Functions", 2012), along columns, then along rows. Linear time.
/// </summary>
internal static class NearestSeeds
{
    /// <summary>Squared distance where a column holds no seed; far beyond any picture's diagonal.</summary>
    private const double Far = 1e12;

    /// <summary>Finds the nearest seeds.</summary>
    /// <param name="seeds">Above 0 for seeds.</param>
    /// <returns>A seed's value for each pixel; 0 everywhere if there is none.</returns>
    public static Plane<int> Find(Plane<int> seeds)
    {
        (int width, int height) = (seeds.Width, seeds.Height);
        double[] squares = new double[seeds.Length];
        Plane<int> nearest = new(width, height);
        Envelope columns = new(height);
        for (int x = 0; x < width; x++)
        {
            for (int y = 0; y < height; y++) columns.Values[y] = seeds[x, y] > 0 ? 0 : Far;
            columns.Build();
            for (int y = 0; y < height; y++)
            {
                int from = columns.Lowest(y);
                squares[(y * width) + x] = Math.Min(Far, columns.At(y, from));
                nearest[x, y] = seeds[x, from];
            }
        }

        Envelope rows = new(width);
        int[] ofColumn = new int[width];
        for (int y = 0; y < height; y++)
        {
            nearest.Row(y).CopyTo(ofColumn);
            squares.AsSpan(y * width, width).CopyTo(rows.Values);
            rows.Build();
            for (int x = 0; x < width; x++) nearest[x, y] = ofColumn[rows.Lowest(x)];
        }

        return nearest;
    }

    /// <summary>The lower envelope of the parabolas (x - i)² + Values[i]; asked from left to right.</summary>
    private sealed class Envelope(int length)
    {
        private readonly int[] _places = new int[length];
        private readonly double[] _starts = new double[length + 1];
        private int _current;

        public double[] Values { get; } = new double[length];

        public void Build()
        {
            int last = 0;
            _places[0] = 0;
            (_starts[0], _starts[1]) = (double.NegativeInfinity, double.PositiveInfinity);
            for (int i = 1; i < length; i++)
            {
                double meeting = Meeting(_places[last], i);
                while (meeting <= _starts[last]) meeting = Meeting(_places[--last], i);
                _places[++last] = i;
                (_starts[last], _starts[last + 1]) = (meeting, double.PositiveInfinity);
            }

            _current = 0;
        }

        public int Lowest(int x)
        {
            while (_starts[_current + 1] < x) _current++;
            return _places[_current];
        }

        public double At(int x, int place) => ((double)(x - place) * (x - place)) + Values[place];

        private double Meeting(int left, int right) =>
            (Values[right] + ((double)right * right) - Values[left] - ((double)left * left)) / (2.0 * (right - left));
    }
}
