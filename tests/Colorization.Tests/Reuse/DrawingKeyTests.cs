using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Reuse;

namespace PdnColorize.Colorization.Tests.Reuse;

public sealed class DrawingKeyTests
{
    private const int Side = 1500;
    private const int Half = Side * Side * Picture.BytesPerPixel / 2;

    private readonly Picture _drawing = new(Side, Side);

    public DrawingKeyTests() => new Random(1).NextBytes(_drawing.Pixels);

    [Fact]
    public void Of_TheSamePixels_IsEqual() => Assert.Equal(Key(_drawing), Key(Copy()));

    [Theory]
    [InlineData(0)]
    [InlineData(Half)]
    [InlineData((2 * Half) - 1)]
    public void Of_OneByteDiffers_Differs(int at)
    {
        Picture other = Copy();
        other.Pixels[at] ^= 1;

        Assert.NotEqual(Key(_drawing), Key(other));
    }

    [Fact]
    public void Of_TheSamePartsInAnotherOrder_Differs()
    {
        // More than one part is hashed by itself: their order must count.
        Picture other = new(Side, Side);
        const int Part = 4 * 1024 * 1024;
        _drawing.Pixels.AsSpan(0, Part).CopyTo(other.Pixels.AsSpan(Part));
        _drawing.Pixels.AsSpan(Part, Part).CopyTo(other.Pixels);
        _drawing.Pixels.AsSpan(2 * Part).CopyTo(other.Pixels.AsSpan(2 * Part));

        Assert.NotEqual(Key(_drawing), Key(other));
    }

    private static DrawingKey Key(Picture drawing) => DrawingKey.Of(drawing, new LineArtOptions());

    private Picture Copy() => new(Side, Side, [.. _drawing.Pixels]);
}
