using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

public sealed class LossTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Tensor _input = Fixtures.Load("loss/input");
    private readonly Tensor _target = Fixtures.Load("loss/target");

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Softmax_OverADimension_IsPyTorchs()
    {
        Fixtures.AssertIs("loss/softmax", functional.softmax(_input, 1));
        Fixtures.AssertIs("loss/log_softmax", functional.log_softmax(_input, 0));
    }

    [Fact]
    public void CrossEntropy_PlainAndWithEverything_IsPyTorchs()
    {
        var classes = Fixtures.Load("loss/classes");

        Fixtures.AssertIs("loss/cross_entropy", functional.cross_entropy(_input, classes));
        Fixtures.AssertIs(
            "loss/cross_entropy_weighted",
            functional.cross_entropy(_input, classes, Fixtures.Load("loss/weight"), ignore_index: 4, Reduction.Sum, label_smoothing: 0.1));
    }

    [Fact]
    public void Differences_OfEachKind_ArePyTorchs()
    {
        Fixtures.AssertIs("loss/mse", functional.mse_loss(_input, _target));
        Fixtures.AssertIs("loss/l1_none", functional.l1_loss(_input, _target, Reduction.None));
        Fixtures.AssertIs("loss/smooth_l1", functional.smooth_l1_loss(_input, _target, beta: 0.5));
        Fixtures.AssertIs("loss/huber", functional.huber_loss(_input, _target, delta: 0.5));
    }

    [Fact]
    public void BinaryCrossEntropy_OfLogitsAndProbabilities_IsPyTorchs()
    {
        var target = _target.sigmoid();

        Fixtures.AssertIs(
            "loss/logits", functional.binary_cross_entropy_with_logits(_input, target, pos_weights: Fixtures.Load("loss/weight")));
        Fixtures.AssertIs("loss/bce", functional.binary_cross_entropy(_input.sigmoid(), target, reduction: Reduction.Sum));
    }
}
