using PdnColorize.Training.Reading;

namespace PdnColorize.Training.Tests.Reading;

public sealed class BorderTargetTests
{
    private const int Side = 32;

    [Fact]
    public void Of_TwoColorsPartedByABlackLine_HasOneBorderAndNoInk()
    {
        // Red and blue on 64 x 64 pixels with a line of 3 between them.
        byte[] rgb = Paint((x, _) => x is >= 31 and < 34 ? 0x000000 : x < 32 ? 0xD02020 : 0x2040D0);

        BorderTarget target = BorderTarget.Of(rgb, Side);

        Assert.Equal(1, Enumerable.Range(0, Side).Max(x => At(target, x, 16)));
        Assert.All(Enumerable.Range(0, Side).Where(x => x is < 14 or > 18), x => Assert.Equal(0, At(target, x, 16)));
        // CIELab of sRGB (208, 32, 32), by the formulas of CIE 15 and IEC 61966-2-1: L 44.7, a 65.6, b 45.6.
        Assert.Equal(44.7, target.Lab[((16 * Side) + 4) * 3], 0.5);
        Assert.Equal(65.6, target.Lab[(((16 * Side) + 4) * 3) + 1], 1.0);
        Assert.Equal(45.6, target.Lab[(((16 * Side) + 4) * 3) + 2], 1.0);
    }

    [Fact]
    public void Of_LineWithOneColorOnBothSides_HasNoBorder()
    {
        BorderTarget target = BorderTarget.Of(Paint((x, _) => x is 31 or 32 ? 0x101010 : 0x80C060), Side);

        Assert.All(target.Border, value => Assert.Equal(0, value));
    }

    [Fact]
    public void Of_FaintColorBesidePaper_IsMoreOfABorderThanBesideAnotherColor()
    {
        // Both pairs differ by the same 8 in lightness, which is little; but one of them is where the paper ends.
        BorderTarget paper = BorderTarget.Of(Paint((x, _) => x < 32 ? 0xFFFFFF : 0xE8E8E8), Side);
        BorderTarget grey = BorderTarget.Of(Paint((x, _) => x < 32 ? 0xE0E0E0 : 0xC9C9C9), Side);

        Assert.True(paper.Border.Max() > grey.Border.Max());
    }

    private static float At(BorderTarget target, int x, int y) => target.Border[(y * target.Side) + x];

    private static byte[] Paint(Func<int, int, int> color)
    {
        int full = Side * 2;
        byte[] rgb = new byte[full * full * 3];
        for (int i = 0; i < full * full; i++)
        {
            int value = color(i % full, i / full);
            (rgb[i * 3], rgb[(i * 3) + 1], rgb[(i * 3) + 2]) = ((byte)(value >> 16), (byte)(value >> 8), (byte)value);
        }

        return rgb;
    }
}
