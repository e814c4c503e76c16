using OpenCvSharp;
using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Tests.LineArt;

/// <summary>Paper that is unevenly lit.</summary>
public sealed class PaperGroundTests
{
    /// <summary>A lamp at the left: the paper's grey falls from 250 to 130; the ink is a tenth of it.</summary>
    [Fact]
    public void Flatten_LightFromOneSide_BecomesEven()
    {
        Plane<byte> grey = new(600, 400);
        for (int y = 0; y < grey.Height; y++)
            for (int x = 0; x < grey.Width; x++) grey[x, y] = (byte)((250 - (x / 5)) * (IsInk(x, y) ? 0.1 : 1));

        PaperGround.Flatten(grey, Histogram(grey));

        for (int y = 0; y < grey.Height; y++)
        {
            // The cells at the rim have no neighbour to lean on.
            for (int x = 30; x < grey.Width - 30; x++)
            {
                if (IsInk(x, y)) Assert.InRange(grey[x, y], 20, 30);
                else Assert.InRange(grey[x, y], 246, 255);
            }
        }

        static bool IsInk(int x, int y) => x % 40 is 20 or 21 || y == 200;
    }

    [Fact]
    public void Flatten_AnyGround_DividesAsOpenCvDoes()
    {
        // A cell of 8 x 8 pixels is of one grey, but for a darker mark in its corner that is not among its lightest tenth.
        const int Cells = 10;
        const int Cell = 8;
        Random random = new(9);
        Plane<byte> grey = new(Cells * Cell, Cells * Cell);
        float[] ground = new float[Cells * Cells];
        for (int i = 0; i < ground.Length; i++)
        {
            ground[i] = random.Next(140, 256);
            for (int k = 0; k < Cell * Cell; k++)
                grey[(i % Cells * Cell) + (k % Cell), (i / Cells * Cell) + (k / Cell)] = k == 0 ? (byte)20 : (byte)ground[i];
        }

        byte[] expected = [.. grey.Data];
        using Mat cells = Mat.FromPixelData(Cells, Cells, MatType.CV_32FC1, ground);
        using Mat medians = new();
        Cv2.MedianBlur(cells, medians, 3);
        using Mat light = new();
        Cv2.Resize(medians, light, new Size(grey.Width, grey.Height), 0, 0, InterpolationFlags.Linear);
        using Mat mat = Mat.FromPixelData(grey.Height, grey.Width, MatType.CV_8UC1, expected);
        Cv2.Divide(mat, light, mat, 255, MatType.CV_8U);

        PaperGround.Flatten(grey, Histogram(grey));

        for (int i = 0; i < expected.Length; i++) Assert.InRange(grey.Data[i] - expected[i], -1, 1);
    }

    private static int[] Histogram(Plane<byte> grey)
    {
        int[] histogram = new int[256];
        foreach (byte value in grey.Data) histogram[value]++;
        return histogram;
    }
}
