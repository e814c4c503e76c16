using PdnColorize.PaintDotNetHost.Documents;

namespace PdnColorize.PaintDotNetHost.Tests.Plugin;

/// <summary>
/// A document with an active layer for colours below opaque lines, and hints above; and what the test daemon, which turns bytes into their opposites, must make of it. The active layer is full of noise, so that an
/// effect that writes nothing, or nothing but zeros, is seen.
/// </summary>
internal sealed class TestDrawing
{
    private const int HintLayer = 2;
    private const int LineLayer = 1;

    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Number of rows.</param>
    /// <param name="isNew">Whether the layer for the colours is a new one, with nothing on it.</param>
    public TestDrawing(int width = 60, int height = 45, bool isNew = false)
    {
        Document = new Document(width, height);
        Layer colors = Document.AddLayer("colours");
        if (!isNew) new Random(width).NextBytes(colors.Pixels);
        Document.AddLayer("lines", Lines(width, height));
        Document.AddLayer("hints");
        PaintHint(width / 3, height / 3, 40, 80, 160);
        Before = [.. Document.ActiveLayer.Pixels];
    }

    public Document Document { get; }

    /// <summary>The active layer as it was in the beginning.</summary>
    public byte[] Before { get; }

    /// <summary>The user puts a dot on the hint layer.</summary>
    public void PaintHint(int x, int y, byte blue, byte green, byte red)
    {
        byte[] hints = Document.Layers[HintLayer].Pixels;
        for (int row = y; row < Math.Min(y + 3, Document.Size.Height); row++)
        {
            for (int column = x; column < Math.Min(x + 3, Document.Size.Width); column++)
                ((byte[])[blue, green, red, 255]).CopyTo(hints, (row * Document.Size.Width + column) * 4);
        }
    }

    /// <summary>
    /// The active layer after a run: the opposite of the lines, mixed with the hints by exclusive or, faded towards white paper (towards the drawing when the lines are part of the result), and all that
    /// only where the selection is.
    /// </summary>
    /// <param name="layer">The active layer before.</param>
    /// <param name="hints">Whether hints are used.</param>
    /// <param name="strength">0..100.</param>
    /// <param name="withLines">Whether the result is to hold the lines.</param>
    /// <param name="isSelected">Whether a pixel is selected, by column and row; null for everything.</param>
    public byte[] Expected(byte[]? layer = null, bool hints = true, int strength = 100, bool withLines = false, Func<int, int, bool>? isSelected = null)
    {
        byte[] result = [.. layer ?? Before];
        byte[] lines = Document.Layers[LineLayer].Pixels;
        byte[] dots = Document.Layers[HintLayer].Pixels;
        for (int i = 0; i < result.Length; i++)
        {
            if (isSelected is not null && !isSelected(i / 4 % Document.Size.Width, i / 4 / Document.Size.Width)) continue;
            int value = (255 - lines[i]) ^ (hints ? dots[i] : 0);
            int plain = withLines ? lines[i] : 255;
            result[i] = i % 4 == 3 ? (byte)value : (byte)Math.Round((plain * (100 - strength) + value * strength) / 100.0, MidpointRounding.AwayFromZero);
        }

        return result;
    }

    /// <summary>White paper with a frame and a few strokes.</summary>
    private static byte[] Lines(int width, int height)
    {
        byte[] pixels = new byte[width * height * 4];
        pixels.AsSpan().Fill(255);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                bool isInk = x == 4 || y == 4 || x == width - 5 || y == height - 5 || x == y;
                if (isInk) pixels.AsSpan((y * width + x) * 4, 3).Fill(20);
            }
        }

        return pixels;
    }
}
