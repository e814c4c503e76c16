using PdnColorize.Training.Configuration;
using PdnColorize.Training.Losses;
using PdnColorize.Training.Samples;
using TorchSharp;
using static TorchSharp.torch;

namespace PdnColorize.Training.Tests.Losses;

public sealed class PictureLossTests
{
    /// <summary>Three samples of two pixels, three channels each. The second is the first one's twin: its second pixel has another colour.</summary>
    private static readonly float[] Targets =
    [
        0.5f, 0.1f, 0.5f, 0.1f, 0.5f, 0.1f,
        0.5f, 0.9f, 0.5f, 0.1f, 0.5f, 0.1f,
        0.3f, 0.3f, 0.3f, 0.3f, 0.3f, 0.3f,
    ];

    [Fact]
    public void BetweenTwins_ResultsDifferWhereOriginalsAgree_IsTheMeanDistanceThere()
    {
        using DisposeScope scope = NewDisposeScope();
        // Of the first pixel, channels differ by 0.3, 0.6 and 0; the second pixel and the third sample do not count.
        Tensor result = Pictures([0.1f, 0, 0.2f, 0, 0.4f, 0, 0.4f, 1, 0.8f, 1, 0.4f, 1, 1, 1, 1, 1, 1, 1]);

        Tensor? loss = Loss(new TrainConfig()).BetweenTwins(result, Pictures(Targets), [0]);

        // One pixel, three channels; and the 1 in the divisor, for batches in which nothing agrees.
        Assert.Equal(0.9 / 4, loss!.item<float>(), tolerance: 1e-6);
    }

    [Fact]
    public void BetweenTwins_NothingAgrees_IsZero()
    {
        using DisposeScope scope = NewDisposeScope();

        Assert.Equal(0, Loss(new TrainConfig()).BetweenTwins(Pictures(Targets), Pictures(Targets), [1])!.item<float>());
    }

    [Fact]
    public void BetweenTwins_NoneOrNoWeight_IsNone()
    {
        using DisposeScope scope = NewDisposeScope();

        Assert.Null(Loss(new TrainConfig()).BetweenTwins(Pictures(Targets), Pictures(Targets), []));
        Assert.Null(Loss(new TrainConfig { LocalityLossWeight = 0 }).BetweenTwins(Pictures(Targets), Pictures(Targets), [0]));
    }

    private static PictureLoss Loss(TrainConfig config) => new(config, new SampleBuilder(config, stage: 1));

    private static Tensor Pictures(float[] values) => tensor(values, [3, 3, 1, 2]);
}
