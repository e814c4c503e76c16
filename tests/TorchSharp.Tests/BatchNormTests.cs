using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

/// <summary>Batch normalisation in training of channels-last pictures, for which the shim has kernels of its own.</summary>
public sealed class BatchNormTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void BatchNorm_ChannelsLast_IsPyTorchs(bool isPartOfALargerPicture)
    {
        var input = ChannelsLast(Fixtures.Load("norm/wide"), isPartOfALargerPicture).requires_grad_();
        var (weight, bias) = (Fixtures.Load("norm/wide_weight").requires_grad_(), Fixtures.Load("norm/wide_bias").requires_grad_());
        var (mean, variance) = (zeros(24), ones(24));

        var output = functional.batch_norm(input, mean, variance, weight, bias, training: true);
        output.backward([ChannelsLast(Fixtures.Load("norm/wide_gradient"), isPartOfALargerPicture)]);

        // The pictures lie around 100, so each of their numbers has lost two digits already.
        Fixtures.AssertIs("norm/wide_output", output, tolerance: 1e-4);
        Fixtures.AssertIs("norm/wide_input_gradient", input.grad!, tolerance: 1e-4);
        Fixtures.AssertIs("norm/wide_weight_gradient", weight.grad!, tolerance: 1e-4);
        Fixtures.AssertIs("norm/wide_bias_gradient", bias.grad!);
        Fixtures.AssertIs("norm/wide_mean_after", mean);
        Fixtures.AssertIs("norm/wide_var_after", variance);
    }

    [Fact]
    public void BatchNorm_BFloat16_IsPyTorchsWithinItsPrecision()
    {
        var input = (ChannelsLast(Fixtures.Load("norm/wide"), isPart: false) - 100).to(ScalarType.BFloat16).requires_grad_();
        var (weight, bias) = (Fixtures.Load("norm/wide_weight").requires_grad_(), Fixtures.Load("norm/wide_bias"));

        var output = functional.batch_norm(input, zeros(24), ones(24), weight, bias, training: true);
        output.backward([ChannelsLast(Fixtures.Load("norm/wide_gradient"), isPart: false).to(ScalarType.BFloat16)]);

        Assert.Equal(ScalarType.BFloat16, output.dtype);
        Assert.Equal(ScalarType.Float32, weight.grad!.dtype);
        Fixtures.AssertIs("norm/wide_output", output.to(ScalarType.Float32), tolerance: 0.01);
        Fixtures.AssertIs("norm/wide_input_gradient", input.grad!.to(ScalarType.Float32), tolerance: 0.02);
        Fixtures.AssertIs("norm/wide_weight_gradient", weight.grad!, tolerance: 0.01);
    }

    [Fact]
    public void BatchNorm_OtherNumberOfThreads_GivesTheSameBits()
    {
        var input = ChannelsLast(randn(4, 16, 32, 32), isPart: false);
        var threads = get_num_threads();
        try
        {
            set_num_threads(1);
            var one = functional.batch_norm(input, zeros(16), ones(16), ones(16), zeros(16), training: true);
            set_num_threads(3);
            var three = functional.batch_norm(input, zeros(16), ones(16), ones(16), zeros(16), training: true);

            Assert.Equal(one.data<float>().ToArray(), three.data<float>().ToArray());
        }
        finally
        {
            set_num_threads(threads);
        }
    }

    private static Tensor ChannelsLast(Tensor picture, bool isPart)
    {
        var whole = isPart ? functional.pad(picture, (1, 2, 3, 1), value: 50) : picture;
        var last = whole.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);
        return isPart ? last.narrow(2, 3, picture.shape[2]).narrow(3, 1, picture.shape[3]).detach() : last.detach();
    }
}
