using static TorchSharp.torch;

namespace PdnColorize.Training.Reading;

/// <summary>The colors that the reading network tells apart: paper, and what else drawings are colored with.</summary>
/// <remarks>
/// K-means in CIELab over 72,900 points of 900 training pictures (all sources counting the same, dark lines closed away), vivid colors weighted up; the shares are
/// those points'. R. Zhang, P. Isola, A. Efros, "Colorful Image Colorization" (2016) is where classes instead of a mean come from: the mean of red and green is brown.
/// </remarks>
internal static class ColorClasses
{
    /// <summary>0xRRGGBB; the first is paper.</summary>
    public static IReadOnlyList<int> Colors { get; } =
    [
        0xFFFFFF, 0xECE6E2, 0xBEC2CA, 0x8E8C8C, 0x5E5F64, 0x181415, 0xF4DCBD, 0xA1D7F4, 0x363737, 0xBE9377, 0xE4B077, 0x543122, 0xBEECE6, 0xB9BE99, 0x7F5D3B, 0xF0BC3C,
        0x2B365A, 0xAC6F62, 0x60D9E7, 0xAB6829, 0xEBE595, 0xE6ACAD, 0x94D79E, 0x8ED741, 0x577B9E, 0x41A545, 0xBB9CCF, 0xEC7F29, 0x485D39, 0x9C9C3D, 0xBD312B, 0x70A4DD,
        0xE82719, 0xEE776E, 0x734DA2, 0x832F20, 0xF5E728, 0x529891, 0x488041, 0x5C76CA, 0x8C4D72, 0x26B4EF, 0xE78EB8, 0x4520E9, 0xD041C8, 0xDA4383, 0x4032A9, 0xCE7FE9,
    ];

    private static readonly double[] Shares =
    [
        .4281, .0550, .0306, .0256, .0246, .0237, .0233, .0209, .0207, .0167, .0163, .0162, .0153, .0151, .0148, .0141,
        .0141, .0132, .0129, .0122, .0121, .0113, .0107, .0104, .0099, .0084, .0081, .0081, .0075, .0073, .0072, .0070,
        .0064, .0064, .0064, .0064, .0064, .0059, .0056, .0054, .0052, .0049, .0048, .0036, .0034, .0032, .0029, .0016,
    ];

    private static readonly float[] Lab = [.. Colors.SelectMany(ToLab)];

    /// <summary>What a point of each class counts: 1 / (0.4 share + 0.6 / classes), so that rare colors are learned too; 1 on average over points.</summary>
    public static float[] Weights { get; } = WeightsOf(Shares);

    /// <summary>The class nearest to a CIELab color.</summary>
    public static long Nearest(ReadOnlySpan<float> lab)
    {
        int nearest = 0;
        float least = float.MaxValue;
        for (int i = 0; i < Colors.Count; i++)
        {
            (float l, float a, float b) = (lab[0] - Lab[i * 3], lab[1] - Lab[(i * 3) + 1], lab[2] - Lab[(i * 3) + 2]);
            float distance = (l * l) + (a * a) + (b * b);
            if (distance < least) (least, nearest) = (distance, i);
        }

        return nearest;
    }

    /// <summary>The weights as a tensor of one number a class.</summary>
    public static Tensor WeightTensor(Device device) => tensor(Weights, device: device);

    private static float[] WeightsOf(double[] shares)
    {
        double[] raw = [.. shares.Select(share => 1 / ((0.4 * share) + (0.6 / shares.Length)))];
        double mean = raw.Zip(shares, (weight, share) => weight * share).Sum() / shares.Sum();
        return [.. raw.Select(weight => (float)(weight / mean))];
    }

    private static float[] ToLab(int color)
    {
        (double l, double a, double b) = Colorization.Pictures.Ciede2000.ToLab(((byte)(color >> 16), (byte)(color >> 8), (byte)color));
        return [(float)l, (float)a, (float)b];
    }
}
