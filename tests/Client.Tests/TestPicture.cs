using PdnColorize.Client.Jobs;

namespace PdnColorize.Client.Tests;

/// <summary>Drawings whose every byte tells where it is, and what the test daemon makes of them.</summary>
internal static class TestPicture
{
    public static ColorizeJob Job(int width, int height, int seed = 0, bool hints = false) => new()
    {
        Width = width,
        Height = height,
        LineArt = Bytes(width, height, seed),
        Hints = hints ? Bytes(width, height, seed + 1) : [],
    };

    public static byte[] Expected(ColorizeJob job)
    {
        byte[] result = job.LineArt.ToArray();
        ReadOnlySpan<byte> hints = job.Hints.IsEmpty ? new byte[result.Length] : job.Hints.Span;
        for (int i = 0; i < result.Length; i++) result[i] = (byte)((255 - result[i]) ^ hints[i]);
        return result;
    }

    private static byte[] Bytes(int width, int height, int seed)
    {
        byte[] bytes = new byte[width * height * 4];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
