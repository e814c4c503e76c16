using PdnColorize.Datasets;
using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Tests;

/// <summary>Pictures that are drawn here: coloured boxes with black outlines on white paper.</summary>
internal sealed class DrawnPictures : IPictureSource
{
    public const int Side = 96;

    private readonly TrainingPair[] _pairs;

    public DrawnPictures(int count, float[]? weights = null) =>
        _pairs = [.. Enumerable.Range(0, count).Select(i => Draw(i, weights?[i] ?? 1))];

    public int Count => _pairs.Length;

    public string Fingerprint { get; init; } = "drawn";

    public static DrawnPictures Few { get; } = new(6);

    public PictureFacts FactsOf(int index)
    {
        TrainingPair pair = _pairs[index];
        return new PictureFacts(pair.Key, pair.Group, pair.Weight, pair.Width, pair.Height);
    }

    public TrainingPair Read(int index) => _pairs[index];

    private static TrainingPair Draw(int index, float weight)
    {
        byte[] colors = new byte[Side * Side * 3];
        byte[] lines = new byte[Side * Side];
        Array.Fill(colors, byte.MaxValue);
        Array.Fill(lines, byte.MaxValue);
        SampleRandom random = SampleRandom.For(index, purpose: 0);
        for (int box = 0; box < 4; box++)
        {
            (int left, int top) = (4 + (box % 2 * 44), 4 + (box / 2 * 44));
            (int right, int bottom) = (left + 28 + random.Below(14), top + 28 + random.Below(14));
            byte[] color = [(byte)(40 + random.Below(200)), (byte)(40 + random.Below(200)), (byte)(40 + random.Below(200))];
            for (int y = top; y < bottom; y++)
            {
                for (int x = left; x < right; x++)
                {
                    bool edge = x < left + 2 || y < top + 2 || x >= right - 2 || y >= bottom - 2;
                    if (edge) lines[(y * Side) + x] = 0;
                    for (int c = 0; c < 3; c++) colors[(((y * Side) + x) * 3) + c] = edge ? (byte)0 : color[c];
                }
            }
        }

        return new TrainingPair($"drawn/{index}", $"group {index}", weight, Side, Side, colors, [new LineArtVariant("drawn", lines)]);
    }
}
