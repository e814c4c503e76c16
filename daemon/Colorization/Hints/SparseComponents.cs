namespace PdnColorize.Colorization.Hints;

/// <summary>Connected components (eight neighbours) of a sparse set of pixels, in time linear in their number.</summary>
/// <param name="positions">Pixel indices, ascending.</param>
/// <param name="width">Width of the picture.</param>
internal sealed class SparseComponents(int[] positions, int width)
{
    private readonly int[] _parent = new int[positions.Length];

    /// <summary>Labels each pixel 1..<paramref name="count"/>.</summary>
    /// <param name="joins">Whether two touching pixels, by their places in the list, belong together.</param>
    /// <param name="count">Number of components.</param>
    public int[] Label(Func<int, int, bool> joins, out int count)
    {
        for (int i = 0; i < _parent.Length; i++) _parent[i] = i;
        int above = 0;
        for (int i = 0; i < positions.Length; i++)
        {
            int x = positions[i] % width;
            if (i > 0 && x > 0 && positions[i - 1] == positions[i] - 1) JoinIf(joins, i, i - 1);

            // The three pixels above are next to one another in the list; 'above' follows one row behind.
            int left = positions[i] - width - (x > 0 ? 1 : 0);
            int right = positions[i] - width + (x < width - 1 ? 1 : 0);
            while (above < i && positions[above] < left) above++;
            for (int j = above; j < i && positions[j] <= right; j++) JoinIf(joins, i, j);
        }

        return Number(out count);
    }

    private void JoinIf(Func<int, int, bool> joins, int a, int b)
    {
        if (joins(a, b)) _parent[Root(a)] = Root(b);
    }

    private int Root(int i)
    {
        while (_parent[i] != i) i = _parent[i] = _parent[_parent[i]];
        return i;
    }

    private int[] Number(out int count)
    {
        int[] labels = new int[positions.Length];
        int[] ofRoot = new int[positions.Length];
        count = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            int root = Root(i);
            if (ofRoot[root] == 0) ofRoot[root] = ++count;
            labels[i] = ofRoot[root];
        }

        return labels;
    }
}
