using PdnColorize.Effect.Icon;
using PdnColorize.PaintDotNetHost.Pictures;

namespace PdnColorize.Effect.Tests.Icon;

/// <summary>A picture that cannot be loaded is left out in silence, so that it would be missed by nobody but users.</summary>
public sealed class EffectIconTests
{
    public static TheoryData<int> Resolutions => [.. EffectIcon.Resolutions];

    [Fact]
    public void Resolutions_AreThoseThatPaintNetAsksFor() => Assert.Equal([96, 120, 144, 192, 384], EffectIcon.Resolutions);

    [Theory]
    [MemberData(nameof(Resolutions))]
    public void Open_EachResolution_IsAPictureOfItsSizeWithATransparentGround(int resolution)
    {
        using Stream stream = EffectIcon.Open(resolution);

        Picture picture = PngReader.Read(stream);

        Assert.Equal((16 * resolution / 96, 16 * resolution / 96), (picture.Width, picture.Height));
        Assert.Contains(picture.Pixels.Where((_, i) => i % 4 == 3), alpha => alpha == 0);
        Assert.Contains(picture.Pixels.Where((_, i) => i % 4 == 3), alpha => alpha == 255);
    }
}
