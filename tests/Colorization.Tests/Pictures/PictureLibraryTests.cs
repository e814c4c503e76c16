using ImageMagick;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Pictures.Codecs;

namespace PdnColorize.Colorization.Tests.Pictures;

/// <summary>What ImageMagick must not do in this program, should anything ever ask it to.</summary>
public sealed class PictureLibraryTests
{
    public PictureLibraryTests() => Assert.StartsWith("7.", PictureLibrary.Version, StringComparison.Ordinal);

    [Theory]
    [InlineData(MagickFormat.Svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>")]
    [InlineData(MagickFormat.Msl, "<?xml version=\"1.0\"?><image><read filename=\"logo:\"/></image>")]
    [InlineData(MagickFormat.Mvg, "push graphic-context viewbox 0 0 9 9 pop graphic-context")]
    [InlineData(MagickFormat.Pdf, "%PDF-1.4")]
    [InlineData(MagickFormat.Ps, "%!PS")]
    [InlineData(MagickFormat.Ppm, "P3 1 1 255 1 2 3\n")]
    [InlineData(MagickFormat.Psd, "8BPS")]
    public void Read_OtherFormat_IsNotAuthorized(MagickFormat format, string file) => Assert.Throws<MagickPolicyErrorException>(
        () => new MagickImage(System.Text.Encoding.ASCII.GetBytes(file), new MagickReadSettings { Format = format }));

    [Theory]
    [InlineData("label:text")]
    [InlineData("https://localhost/picture.png")]
    [InlineData("caption:@/etc/hostname")]
    public void Read_NameThatIsACommand_IsNotAuthorized(string name) => Assert.Throws<MagickPolicyErrorException>(() => new MagickImage(name));

    [Fact]
    public void Limits_OfMemoryAndSides_AreSet()
    {
        Assert.Equal(0UL, ResourceLimits.Disk);
        Assert.Equal((ulong)PictureLimits.MaxSide, ResourceLimits.Width);
        Assert.Equal((ulong)PictureLimits.MaxSide, ResourceLimits.Height);
        Assert.Equal(4UL << 30, ResourceLimits.Memory);
    }
}
