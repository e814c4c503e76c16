using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

public sealed class LayerTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Conv2d_StridesPaddingDilationGroups_IsPyTorchs() => Fixtures.AssertIs("conv/output", functional.conv2d(
        Fixtures.Load("conv/input"), Fixtures.Load("conv/weight"), Fixtures.Load("conv/bias"),
        strides: [2, 1], padding: [1, 2], dilation: [1, 2], groups: 2));

    [Fact]
    public void Conv2dModule_ReflectPadding_IsPyTorchs()
    {
        using var layer = Conv2d(4, 6, 3, padding: 1, padding_mode: PaddingModes.Reflect, groups: 2);
        layer.weight = new Modules.Parameter(Fixtures.Load("conv/weight"));
        layer.bias = new Modules.Parameter(Fixtures.Load("conv/bias"));

        Fixtures.AssertIs("conv/reflected", layer.call(Fixtures.Load("conv/input")));
    }

    [Fact]
    public void ConvTranspose2d_StridesPaddingDilation_IsPyTorchs() => Fixtures.AssertIs("deconv/output", functional.conv_transpose2d(
        Fixtures.Load("conv/input"), Fixtures.Load("deconv/weight"), Fixtures.Load("deconv/bias"),
        strides: [2, 3], padding: [1, 0], output_padding: [1, 0], dilation: [1, 2]));

    [Fact]
    public void ConvTranspose2dModule_OutputSize_GivesThatSize()
    {
        using var layer = ConvTranspose2d(4, 3, (4, 3), (2, 2), (1, 1));
        layer.weight = new Modules.Parameter(Fixtures.Load("deconv/weight"));
        layer.bias = new Modules.Parameter(Fixtures.Load("deconv/bias"));

        Fixtures.AssertIs("deconv/sized", layer.forward(Fixtures.Load("conv/input"), [15, 11]));
        var error = Assert.Throws<ArgumentException>(() => layer.forward(Fixtures.Load("conv/input"), [20, 11]));
        Assert.Contains("14", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BatchNorm_Eval_IsPyTorchs() => Fixtures.AssertIs("norm/eval", functional.batch_norm(
        Fixtures.Load("norm/input"), Fixtures.Load("norm/mean"), Fixtures.Load("norm/var"),
        Fixtures.Load("norm/weight"), Fixtures.Load("norm/bias"), eps: 1e-3));

    [Fact]
    public void BatchNorm_Training_IsPyTorchsAndMovesRunningStatistics()
    {
        var mean = Fixtures.Load("norm/mean");
        var variance = Fixtures.Load("norm/var");

        var output = functional.batch_norm(
            Fixtures.Load("norm/input"), mean, variance, Fixtures.Load("norm/weight"), Fixtures.Load("norm/bias"),
            training: true, momentum: 0.3);

        Fixtures.AssertIs("norm/train", output);
        Fixtures.AssertIs("norm/mean_after", mean);
        Fixtures.AssertIs("norm/var_after", variance);
    }

    [Theory]
    [InlineData("nearest", InterpolationMode.Nearest, 8, 3)]
    [InlineData("nearest_exact", InterpolationMode.NearestExact, 8, 3)]
    [InlineData("bilinear", InterpolationMode.Bilinear, 9, 4)]
    [InlineData("bilinear_corners", InterpolationMode.Bilinear, 9, 4, true)]
    [InlineData("bilinear_antialias", InterpolationMode.Bilinear, 3, 3, false, true)]
    [InlineData("bicubic", InterpolationMode.Bicubic, 9, 4)]
    [InlineData("bicubic_antialias", InterpolationMode.Bicubic, 3, 3, false, true)]
    [InlineData("area", InterpolationMode.Area, 2, 3)]
    public void Interpolate_ToSize_IsPyTorchs(
        string name, InterpolationMode mode, long height, long width, bool corners = false, bool antialias = false) =>
        Fixtures.AssertIs("picture/" + name, functional.interpolate(
            Fixtures.Load("picture/input"), size: [height, width], mode: mode, align_corners: corners, antialias: antialias));

    [Fact]
    public void Interpolate_ByFactor_IsPyTorchs()
    {
        var picture = Fixtures.Load("picture/input");

        Fixtures.AssertIs("picture/nearest_scaled", functional.interpolate(picture, scale_factor: [1.7, 0.6]));
        Fixtures.AssertIs(
            "picture/bilinear_scaled", functional.interpolate(picture, scale_factor: [1.7], mode: InterpolationMode.Bilinear));
        Fixtures.AssertIs(
            "picture/bilinear_recomputed",
            functional.interpolate(picture, scale_factor: [1.7], mode: InterpolationMode.Bilinear, recompute_scale_factor: true));
    }

    [Theory]
    [InlineData("pad_reflect", PaddingModes.Reflect)]
    [InlineData("pad_replicate", PaddingModes.Replicate)]
    [InlineData("pad_circular", PaddingModes.Circular)]
    public void Pad_Picture_IsPyTorchs(string name, PaddingModes mode) =>
        Fixtures.AssertIs("picture/" + name, functional.pad(Fixtures.Load("picture/input"), (1, 2, 3, 0), mode), tolerance: 0);

    [Fact]
    public void Pad_ConstantAndNegative_IsPyTorchs() => Fixtures.AssertIs(
        "picture/pad_constant", functional.pad(Fixtures.Load("picture/input"), [1L, -2, 3, 0], value: 0.25), tolerance: 0);

    [Fact]
    public void Pooling_Picture_IsPyTorchs()
    {
        var picture = Fixtures.Load("picture/input");

        Fixtures.AssertIs(
            "picture/avg_pool", functional.avg_pool2d(picture, 3, stride: 2, padding: 1, ceil_mode: true, count_include_pad: false));
        Fixtures.AssertIs("picture/max_pool", functional.max_pool2d(picture, 2), tolerance: 0);
    }

    [Fact]
    public void PixelShuffle_ThereAndBack_IsPyTorchsAndItself()
    {
        var input = Fixtures.Load("shuffle/input");

        var output = functional.pixel_shuffle(input, 2);

        Fixtures.AssertIs("shuffle/output", output, tolerance: 0);
        Assert.True(functional.pixel_unshuffle(output, 2).Equals(input));
    }

    [Fact]
    public void Conv2d_ChannelsLastInputAndWeight_KeepsChannelsLast()
    {
        var input = ChannelsLast(rand(1, 8, 12, 10));
        var weight = ChannelsLast(rand(16, 8, 3, 3));

        var output = functional.conv2d(input, weight, padding: [1]);

        Assert.Equal([16 * 12 * 10, 1, 16 * 10, 16], output.stride());
        Assert.True(output.allclose(functional.conv2d(input.contiguous(), weight.contiguous(), padding: [1]), 1e-4, 1e-4));
    }

    [Fact]
    public void Parameters_OfNewLayers_AreUniformWithinPyTorchsBound()
    {
        using var convolution = Conv2d(8, 32, 3);
        using var linear = Linear(64, 128);

        // The bound is 1 / sqrt(inputs of one output); of 2000 uniform numbers the largest lies in the last hundredth all but surely.
        AssertBound(convolution.weight, 1 / Math.Sqrt(8 * 9));
        AssertBound(linear.weight, 1 / Math.Sqrt(64));
        Assert.InRange((double)convolution.bias!.abs().max(), 0.5 / Math.Sqrt(72), 1 / Math.Sqrt(72));
    }

    private static void AssertBound(Tensor weight, double bound)
    {
        Assert.InRange((double)weight.abs().max(), 0.99 * bound, bound);
        Assert.InRange((double)weight.mean(), -0.1 * bound, 0.1 * bound);
    }

    private static Tensor ChannelsLast(Tensor tensor) => tensor.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);
}
