using OpenCvSharp;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Networks;

namespace PdnColorize.Colorization.Tests.Networks;

public sealed class ModelColorsTests
{
    // By hand, from the formula in OpenCV's documentation.
    [Theory]
    [InlineData(ModelColorSpace.Yuv, 255, 0, 0, 76.245f, 90.487f, 284.768f)]
    [InlineData(ModelColorSpace.Yuv, 0, 0, 255, 29.07f, 239.158f, 102.506f)]
    [InlineData(ModelColorSpace.YuvOfBgr, 255, 0, 0, 29.07f, 239.158f, 102.506f)]
    [InlineData(ModelColorSpace.YuvOfBgr, 0, 0, 255, 76.245f, 90.487f, 284.768f)]
    [InlineData(ModelColorSpace.YuvOfBgr, 0, 255, 0, 149.685f, 54.355f, -3.274f)]
    [InlineData(ModelColorSpace.YuvOfBgr, 90, 90, 90, 90, 128, 128)]
    [InlineData(ModelColorSpace.Rgb, 10, 20, 30, 10, 20, 30)]
    public void FromRgbAndToRgb_KnownColor_AreThoseOfTheColorSpace(ModelColorSpace space, float red, float green, float blue, float first, float second, float third)
    {
        float[] encoded = [.. Enumerable.Range(0, 3).Select(channel => ModelColors.FromRgb(space, [red, green, blue], channel))];
        float[] decoded = [first, second, third];
        ModelColors.ToRgb(space, decoded);

        Assert.All(((float[])[first, second, third]).Zip(encoded), pair => Assert.Equal(pair.First, pair.Second, tolerance: 1e-2f));
        Assert.All(((float[])[red, green, blue]).Zip(decoded), pair => Assert.Equal(pair.First, pair.Second, tolerance: 2e-2f));
    }

    [Fact]
    public void YuvOfBgr_ColorsOfAllHues_IsWhatOpenCvMakesOfImreadsPixelsCalledRgb()
    {
        foreach ((byte red, byte green, byte blue) in (ReadOnlySpan<(byte, byte, byte)>)[(200, 30, 60), (40, 170, 90), (70, 60, 180), (230, 210, 120)])
        {
            // Blue first, as imread has it.
            byte[] pixel = [blue, green, red];
            using Mat source = Mat.FromPixelData(1, 1, MatType.CV_8UC3, pixel);
            using Mat converted = new();
            Cv2.CvtColor(source, converted, ColorConversionCodes.RGB2YUV);
            Vec3b expected = converted.At<Vec3b>(0, 0);

            Assert.Equal(expected.Item0, ModelColors.FromRgb(ModelColorSpace.YuvOfBgr, [red, green, blue], 0), tolerance: 1);
            Assert.Equal(expected.Item1, ModelColors.FromRgb(ModelColorSpace.YuvOfBgr, [red, green, blue], 1), tolerance: 1);
            Assert.Equal(expected.Item2, ModelColors.FromRgb(ModelColorSpace.YuvOfBgr, [red, green, blue], 2), tolerance: 1);
        }
    }
}
