using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Networks;
using PdnColorize.Training.Optimization;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace PdnColorize.Training.Tests.Networks;

public sealed class UNetTrainingTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void FlatTensors_OfAUNet_HoldEveryTensorOfTheWeightFileOnce()
    {
        UNetLayout layout = new(inputChannels: 9, baseChannels: 2);
        using UNet network = new(9, 2);
        using FlatTensors flat = new(network, CPU, learns: true);

        Assert.Equal(
            layout.Tensors.Select(tensor => (tensor.Name, string.Join('x', tensor.Shape))).Order(),
            flat.Save().Select(tensor => (tensor.Name, string.Join('x', tensor.Shape))).Order());
        Assert.Equal(layout.TrainableParameterCount, flat.Weights.numel());
    }

    [BFloat16Fact]
    public void UNet_InBFloat16WithAnOddNumberOfOutputs_HasGradientsThatAreNumbers()
    {
        manual_seed(4);
        using UNet network = new(9, 16) { TrainsInBFloat16 = true };
        network.train();
        for (int i = 0; i < 6; i++)
        {
            using DisposeScope scope = NewDisposeScope();
            // What libtorch allocates next lies where these were: memory that is read without being written shows.
            foreach (long size in (long[])[1000, 16000, 49152, 65536, 131072, 262144, 524288, 1048576]) zeros(size).log_().mul_(zeros(size)).Dispose();
            Tensor output = network.call(randn(2, 9, 64, 64));
            output.mul(output).mean().backward();
        }

        Assert.All(network.named_parameters(), item => Assert.False(item.parameter.grad!.isnan().any().item<bool>(), item.name));
    }

    [BFloat16Fact]
    public void UNet_InBFloat16_HasNearlyTheGradientsOfFloat32()
    {
        manual_seed(2);
        UNet network = new(9, 4);
        using LearningNetwork learning = new(network, CPU, weightDecay: 0);
        Tensor input = rand(4, 9, 64, 64);
        Tensor target = rand(4, 3, 64, 64);

        float[] full = Gradients();
        network.TrainsInBFloat16 = true;
        float[] half = Gradients();

        // The cosine of the angle between the two: a step in bfloat16 goes the same way.
        double product = full.Zip(half).Sum(pair => (double)pair.First * pair.Second);
        double cosine = product / Math.Sqrt(full.Sum(value => (double)value * value) * half.Sum(value => (double)value * value));
        Assert.InRange(cosine, 0.99, 0.999999);

        float[] Gradients()
        {
            learning.ClearGradients();
            functional.mse_loss(learning.Run(input), target).backward();
            return learning.Tensors.Gradients.data<float>().ToArray();
        }
    }
}
