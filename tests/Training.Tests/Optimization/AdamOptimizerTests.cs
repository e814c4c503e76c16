using System.Globalization;
using System.Text.Json;
using PdnColorize.Training.Optimization;
using TorchSharp;
using static TorchSharp.torch;

namespace PdnColorize.Training.Tests.Optimization;

public sealed class AdamOptimizerTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.1)]
    public void AdamOptimizer_FiftySteps_ArePyTorchs(double weightDecay)
    {
        using JsonDocument expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "fixtures", "adam.json")));
        using LearningNetwork network = CreateLinear(weightDecay);

        for (int step = 1; step <= 50; step++)
        {
            TakeStep(network, step);
            string key = string.Create(CultureInfo.InvariantCulture, $"{weightDecay:F1}/{step}");
            if (!expected.RootElement.TryGetProperty(key, out JsonElement weights)) continue;
            float[] actual = network.Tensors.Weights.data<float>().ToArray();
            Assert.All(weights.EnumerateArray().Zip(actual), pair => Assert.Equal(pair.First.GetSingle(), pair.Second, tolerance: 2e-6f));
        }
    }

    [Fact]
    public void Clip_NormAboveTheLimit_ScalesToTheLimit()
    {
        using LearningNetwork network = CreateLinear(weightDecay: 0);
        using DisposeScope scope = NewDisposeScope();
        using Scalar two = 2;
        using (no_grad()) network.Tensors.Gradients.fill_(two);

        double norm = network.Optimizer.Clip(0.5);

        // Sixteen numbers of 2.
        Assert.Equal(8, norm, precision: 4);
        Assert.Equal(0.5, network.Tensors.Gradients.norm().item<float>(), precision: 4);
        Assert.Equal(0.5, network.Optimizer.Clip(0), precision: 4);
    }

    [Fact]
    public void PullTo_NoGradient_GoesBackByRateTimesPull()
    {
        using LearningNetwork network = CreateLinear(weightDecay: 0);
        using DisposeScope scope = NewDisposeScope();
        using Scalar three = 3f;
        network.Optimizer.PullTo(full(16, three), 5);
        float[] before = network.Tensors.Weights.data<float>().ToArray();

        network.Optimizer.Step(0.02);

        // A tenth of the way from each weight to 3.
        float[] after = network.Tensors.Weights.data<float>().ToArray();
        Assert.All(before.Zip(after), pair => Assert.Equal(pair.First + ((3 - pair.First) * 0.1f), pair.Second, tolerance: 1e-5f));
    }

    private static LearningNetwork CreateLinear(double weightDecay)
    {
        using DisposeScope scope = NewDisposeScope();
        LearningNetwork network = new(nn.Linear(3, 4), CPU, weightDecay);
        using (no_grad()) network.Tensors.Weights.copy_(cat([linspace(-1, 1, 12), linspace(0.5, -0.5, 4)], 0));
        return network;
    }

    private static void TakeStep(LearningNetwork network, int step)
    {
        using DisposeScope scope = NewDisposeScope();
        IEnumerable<float> weight = Enumerable.Range(0, 12).Select(i => (float)(Math.Sin(step + i) * Math.Pow(10, (i % 4) - 3)));
        IEnumerable<float> bias = Enumerable.Range(0, 4).Select(i => (float)Math.Cos(step * (i + 1)));
        using (no_grad()) network.Tensors.Gradients.copy_(tensor([.. weight, .. bias]));
        network.Optimizer.Step(1e-2);
    }
}
