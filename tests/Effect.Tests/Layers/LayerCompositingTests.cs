using PdnColorize.Effect.Layers;
using PdnColorize.Effect.Tests.Support;

namespace PdnColorize.Effect.Tests.Layers;

public sealed class LayerCompositingTests
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Compose_RandomLayers_IsPorterAndDuffsOver(bool secondMultiplies, bool thirdMultiplies)
    {
        TestLayer[] layers = [Noise("a", 1), Noise("b", 2, 0.5, secondMultiplies), Noise("c", 3, thirdMultiplies ? 1 : 0.25, thirdMultiplies)];
        PixelArea area = new(0, 0, layers[0].Width, layers[0].Height);

        byte[] result = LayerCompositing.Compose(layers, area, CancellationToken.None);

        for (int i = 0; i < result.Length; i += 4)
        {
            double[] expected = Expected(layers, i);
            // Half a step for the opacity in 255ths, and half a one for each layer that something lies over.
            Assert.InRange(result[i + 3], expected[3] - 1.5, expected[3] + 1.5);
            // Bytes between the steps: a nearly transparent pixel's colour is known less exactly, and matters less.
            double tolerance = 1.5 + (3 * 255 / Math.Max(1, expected[3]));
            for (int c = 0; c < 3 && expected[3] > 2; c++) Assert.InRange(result[i + c], expected[c] - tolerance, expected[c] + tolerance);
        }
    }

    [Fact]
    public void Compose_OneOpaqueLayer_IsThatLayer()
    {
        TestLayer layer = Noise("a", 1);

        Assert.Equal(Visible(layer.Pixels), Visible(LayerCompositing.Compose([layer], new PixelArea(0, 0, layer.Width, layer.Height), CancellationToken.None)));

        // What colour a transparent pixel has is nobody's business.
        static byte[] Visible(byte[] pixels) => [.. pixels.Chunk(4).SelectMany(pixel => pixel[3] == 0 ? new byte[4] : pixel)];
    }

    [Fact]
    public void Compose_LayerWithoutOpacity_AddsNothing()
    {
        TestLayer below = Noise("below", 1), above = Noise("above", 2, 0);
        PixelArea area = new(0, 0, below.Width, below.Height);

        Assert.Equal(LayerCompositing.Compose([below], area, CancellationToken.None), LayerCompositing.Compose([below, above], area, CancellationToken.None));
    }

    [Fact]
    public void Copy_PartOfALayer_IsThatPartWhateverItsOpacity()
    {
        TestLayer layer = Noise("a", 1, 0.1);

        byte[] copy = LayerCompositing.Copy(layer, new PixelArea(3, 5, 2, 2), CancellationToken.None);

        Assert.Equal([.. layer.Row(5)[12..20], .. layer.Row(6)[12..20]], copy);
    }

    [Fact]
    public void Compose_Cancelled_Ends() => Assert.Throws<OperationCanceledException>(
        () => LayerCompositing.Compose([Noise("a", 1)], new PixelArea(0, 0, 1, 1), new CancellationToken(canceled: true)));

    [Fact]
    public void Compose_LinesOnWhitePaperThatMultiply_DoNotHideTheLinesBelow()
    {
        TestLayer below = new TestLayer("body", 2, 1).Fill(TestLayer.White).Set(0, 0, TestLayer.Black);
        TestLayer above = new TestLayer("face", 2, 1) { Multiplies = true }.Fill(TestLayer.White).Set(1, 0, TestLayer.Red);

        Assert.Equal([0, 0, 0, 255, 0x30, 0x40, 0xE0, 255], LayerCompositing.Compose([below, above], new PixelArea(0, 0, 2, 1), CancellationToken.None));
    }

    private static TestLayer Noise(string name, int seed, double opacity = 1, bool multiplies = false)
    {
        TestLayer layer = new(name, 16, 16) { Opacity = opacity, Multiplies = multiplies };
        Random random = new(seed);
        random.NextBytes(layer.Pixels);
        for (int i = 3; i < layer.Pixels.Length; i += 4)
        {
            if (random.Next(3) is var kind and < 2) layer.Pixels[i] = (byte)(kind * 255);
        }

        return layer;
    }

    /// <summary>The same in floating point, as the definition has it: premultiplied.</summary>
    private static double[] Expected(TestLayer[] layers, int at)
    {
        double[] sum = new double[3];
        double alpha = 0;
        foreach (TestLayer layer in layers)
        {
            double above = layer.Pixels[at + 3] / 255.0 * layer.Opacity;
            for (int c = 0; c < 3; c++)
            {
                double color = layer.Pixels[at + c];
                double blended = layer.Multiplies && alpha > 0 ? ((1 - alpha) * color) + (alpha * color * (sum[c] / alpha) / 255) : color;
                sum[c] = (blended * above) + (sum[c] * (1 - above));
            }

            alpha = above + (alpha * (1 - above));
        }

        return [.. sum.Select(value => alpha == 0 ? 0 : value / alpha), alpha * 255];
    }
}
