using System.Buffers;
using PdnColorize.Colorization.Maps;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.LineArt;

/// <summary>The paper below the lines: its grey, and how evenly it is lit.</summary>
internal static class PaperGround
{
    /// <summary>The ground is estimated on a grid of this many cells along the longer side.</summary>
    private const int GridCells = 24;

    /// <summary>A cell whose lightest pixels are darker than this share of the paper's grey is filled with ink; a shadow on the sheet is lighter.</summary>
    private const double LeastLight = 0.5;

    /// <summary>Paper this light needs no correction.</summary>
    private const int CleanPaper = 250;

    /// <summary>
    /// Grey of the paper: the most frequent grey among the lighter half of what occurs (smoothed over 5 greys, so that noise does not split the peak).
    /// </summary>
    public static int PaperGrey(int[] histogram)
    {
        int lightest = 255;
        while (lightest > 0 && histogram[lightest] == 0) lightest--;
        int darkest = 0;
        while (darkest < lightest && histogram[darkest] == 0) darkest++;

        int best = lightest;
        long most = -1;
        for (int v = (lightest + darkest + 1) / 2; v <= lightest; v++)
        {
            long count = 0;
            for (int k = Math.Max(0, v - 2); k <= Math.Min(255, v + 2); k++) count += histogram[k];
            if (count >= most)
            {
                most = count;
                best = v;
            }
        }

        return best;
    }

    /// <summary>
    /// Divides out uneven light: a photographed or scanned sheet gets white paper everywhere. Filled black areas stay as they are: a cell that is far
    /// darker than the paper in general says nothing about the paper.
    /// </summary>
    public static void Flatten(Plane<byte> grey, int[] histogram)
    {
        int paper = PaperGrey(histogram);
        // Cells share the sides evenly, because the grid is stretched evenly over the picture afterwards.
        double cell = Math.Max(8, Math.Max(grey.Width, grey.Height) / (double)GridCells);
        int columns = Math.Max(1, (int)Math.Round(grey.Width / cell));
        int rows = Math.Max(1, (int)Math.Round(grey.Height / cell));
        float[] ground = new float[columns * rows];
        bool even = true;
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                int light = LightestTenth(
                    grey, column * grey.Width / columns, (column + 1) * grey.Width / columns, row * grey.Height / rows, (row + 1) * grey.Height / rows);
                if (light < paper * LeastLight) light = paper;
                ground[(row * columns) + column] = light;
                even &= Math.Abs(light - paper) <= 255 - CleanPaper;
            }
        }

        if (even) return;

        Divide(grey, Medians(ground, columns, rows), columns, rows);
    }

    /// <summary>The middle one of each cell and its neighbours; the cells at the rim are their own neighbours outside.</summary>
    private static float[] Medians(float[] ground, int columns, int rows)
    {
        float[] medians = new float[ground.Length];
        Span<float> around = stackalloc float[9];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                for (int i = 0; i < around.Length; i++)
                {
                    int y = Math.Clamp(row + (i / 3) - 1, 0, rows - 1);
                    int x = Math.Clamp(column + (i % 3) - 1, 0, columns - 1);
                    around[i] = ground[(y * columns) + x];
                }

                around.Sort();
                medians[(row * columns) + column] = around[4];
            }
        }

        return medians;
    }

    /// <summary>Divides the picture by its ground, stretched over it: the ground becomes 255.</summary>
    private static void Divide(Plane<byte> grey, float[] ground, int columns, int rows)
    {
        AxisWeights across = AxisWeights.Linear(columns, grey.Width);
        AxisWeights down = AxisWeights.Linear(rows, grey.Height);
        Rows.ForEach(grey.Width, grey.Height, y =>
        {
            float[] rented = ArrayPool<float>.Shared.Rent(grey.Width);
            Span<float> light = rented.AsSpan(0, grey.Width);
            Resampling.Row(ground, columns, 1, across, down, y, light);
            Span<byte> row = grey.Row(y);
            for (int x = 0; x < row.Length; x++) row[x] = (byte)Math.Min(255, (row[x] * 255 / light[x]) + 0.5f);
            ArrayPool<float>.Shared.Return(rented);
        });
    }

    /// <summary>The grey that a tenth of the cell's pixels reach or exceed.</summary>
    private static int LightestTenth(Plane<byte> grey, int left, int right, int top, int bottom)
    {
        Span<int> histogram = stackalloc int[256];
        histogram.Clear();
        for (int y = top; y < bottom; y++)
            foreach (byte v in grey.Row(y)[left..right]) histogram[v]++;

        int wanted = (right - left) * (bottom - top) / 10;
        int seen = 0;
        for (int v = 255; v > 0; v--)
        {
            seen += histogram[v];
            if (seen > wanted) return v;
        }

        return 0;
    }
}
