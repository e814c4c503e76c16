using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Regions;

/// <summary>Which regions or parts of a picture meet, and how strong the learned borders between them are.</summary>
internal sealed class RegionGraph
{
    private readonly Dictionary<int, Border>[] _neighbors;

    private RegionGraph(Dictionary<int, Border>[] neighbors) => _neighbors = neighbors;

    /// <summary>What meets a region, and how.</summary>
    public Dictionary<int, Border> this[int region] => _neighbors[region];

    /// <summary>Finds what meets.</summary>
    /// <param name="labels">1 to <paramref name="count"/> at each pixel.</param>
    /// <param name="count">Number of labels.</param>
    /// <param name="borders">The learned borders, any size.</param>
    /// <param name="meeting">0 where it says nothing of two regions that they meet.</param>
    public static RegionGraph Create(Plane<int> labels, int count, BorderMap borders, Plane<byte> meeting)
    {
        Plane<byte> strength = borders.LocalMaximum().Resize(labels.Width, labels.Height);
        Dictionary<int, Border>[] neighbors = [.. Enumerable.Range(0, count + 1).Select(_ => new Dictionary<int, Border>())];
        for (int y = 0; y < labels.Height; y++)
        {
            for (int x = 0; x < labels.Width; x++)
            {
                int i = (y * labels.Width) + x;
                if (x + 1 < labels.Width) Meet(i, i + 1);
                if (y + 1 < labels.Height) Meet(i, i + labels.Width);
            }
        }

        return new RegionGraph(neighbors);

        void Meet(int i, int j)
        {
            (int a, int b) = (labels.Data[i], labels.Data[j]);
            if (a == b || meeting.Data[i] == 0) return;
            Border border = neighbors[a].GetValueOrDefault(b).Plus(new Border(Math.Max(strength.Data[i], strength.Data[j]), 1));
            neighbors[a][b] = border;
            neighbors[b][a] = border;
        }
    }

    /// <summary>The pixels along which two regions meet.</summary>
    internal readonly record struct Border(long Sum, int Length)
    {
        /// <summary>Mean strength, 0 to 255.</summary>
        public double Mean => (double)Sum / Length;

        public Border Plus(Border other) => new(Sum + other.Sum, Length + other.Length);
    }
}
