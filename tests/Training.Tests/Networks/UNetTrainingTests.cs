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
