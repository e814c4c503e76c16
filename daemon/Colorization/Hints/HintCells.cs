using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Hints;

/// <summary>Hints brought to the grid of a stage.</summary>
/// <param name="Colors">Mean colour of the hint pixels in each cell: red, green, blue, 0..255, interleaved; 0 where there is none.</param>
/// <param name="Groups">The group with most hint pixels in each cell; 0 where there is none.</param>
internal sealed record HintCells(float[] Colors, Plane<int> Groups)
{
    /// <summary>
    /// Shrinks (or enlarges) hints to a grid. A cell with a single hint pixel is a hint, so that no hint vanishes however thin it is; its colour is
    /// the mean over the cell's hint pixels alone.
    /// </summary>
    public static HintCells Reduce(HintSet hints, int width, int height)
    {
        float[] sums = new float[width * height * 3];
        int[] counts = new int[width * height];
        Plane<int> groups = new(width, height);
        int[] votes = new int[width * height];
        double scaleX = (double)width / hints.Width;
        double scaleY = (double)height / hints.Height;
        for (int i = 0; i < hints.Count; i++)
        {
            int x = hints.Positions[i] % hints.Width;
            int y = hints.Positions[i] / hints.Width;
            (int left, int right) = Cells(x, scaleX, width);
            (int top, int bottom) = Cells(y, scaleY, height);
            for (int cellY = top; cellY <= bottom; cellY++)
                for (int cellX = left; cellX <= right; cellX++) Add((cellY * width) + cellX, i);
        }

        for (int cell = 0; cell < counts.Length; cell++)
        {
            if (counts[cell] == 0) continue;
            for (int channel = 0; channel < 3; channel++) sums[(cell * 3) + channel] /= counts[cell];
        }

        return new HintCells(sums, groups);

        void Add(int cell, int hint)
        {
            int color = hints.Colors[hint];
            sums[cell * 3] += color >> 16;
            sums[(cell * 3) + 1] += (color >> 8) & 255;
            sums[(cell * 3) + 2] += color & 255;
            counts[cell]++;
            // Boyer-Moore majority vote: one counter a cell finds the group that has more than half of it.
            int group = hints.Groups[hint];
            if (votes[cell] == 0) groups.Data[cell] = group;
            votes[cell] += groups.Data[cell] == group ? 1 : -1;
            if (votes[cell] < 0) votes[cell] = 0;
        }
    }

    /// <summary>Cells that a pixel stands for: the one below its centre, or when enlarging all whose centre it covers.</summary>
    private static (int First, int Last) Cells(int pixel, double scale, int cells)
    {
        if (scale <= 1)
        {
            int cell = Math.Min(cells - 1, (int)((pixel + 0.5) * scale));
            return (cell, cell);
        }

        int first = Math.Clamp((int)Math.Round(pixel * scale), 0, cells - 1);
        return (first, Math.Clamp((int)Math.Round((pixel + 1) * scale) - 1, first, cells - 1));
    }
}
