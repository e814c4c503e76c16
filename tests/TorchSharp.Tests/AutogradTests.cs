using static TorchSharp.torch;

namespace TorchSharp.Tests;

public sealed class AutogradTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Backward_CalledTwice_AddsUp()
    {
        var x = tensor([1f, 2, 3]).requires_grad_();

        (x * x).sum().backward();
        (x * x).sum().backward();

        Assert.Equal([4f, 8, 12], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Backward_WithWeightsAndChosenLeaves_TouchesThoseAlone()
    {
        var (x, y) = (ones(2).requires_grad_(), ones(2).requires_grad_());

        (3 * x * y).backward([tensor([1f, 10])], inputs: [x]);

        Assert.Equal([3f, 30], x.grad!.data<float>().ToArray());
        Assert.Null(y.grad);
    }

    [Fact]
    public void Set_OfAParameter_SharesItsMemoryAndKeepsItALeaf()
    {
        var flat = tensor([1f, 2, 3, 4]);
        var gradients = zeros(4);
        using var layer = nn.Linear(2, 1, hasBias: false);
        using (no_grad()) layer.weight.set_(flat.narrow(0, 1, 2).view(1, 2));
        layer.weight.grad = gradients.narrow(0, 1, 2).view(1, 2);

        layer.call(tensor([10f, 100], [1, 2])).sum().backward();
        using (no_grad()) flat.add_(gradients, -0.01);

        Assert.Equal([0f, 10, 100, 0], gradients.data<float>().ToArray());
        Assert.Equal([1.9f, 2], layer.weight.data<float>().ToArray());
        Assert.True(layer.weight.is_leaf && layer.weight.requires_grad);
    }

    [Fact]
    public void AutogradGrad_OfAGradient_IsTheSecondDerivative()
    {
        var x = tensor([2f]).requires_grad_();

        var first = autograd.grad([x.pow(3)], [x], create_graph: true)[0];
        var second = autograd.grad([first], [x])[0];

        Assert.Equal(12f, first.item<float>());
        Assert.Equal(12f, second.item<float>());
        Assert.Null(x.grad);
    }

    [Fact]
    public void NoGrad_OnThisThread_EndsWithItsScopeAndLeavesOthersAlone()
    {
        var x = ones(1).requires_grad_();
        var elsewhere = false;

        using (no_grad())
        {
            Assert.False((x * 2).requires_grad);
            var thread = new Thread(() => elsewhere = is_grad_enabled());
            thread.Start();
            thread.Join();
            using (enable_grad()) Assert.True((x * 2).requires_grad);
            Assert.False(is_grad_enabled());
        }

        Assert.True(elsewhere);
        Assert.True((x * 2).requires_grad);
    }

    [Fact]
    public void InferenceMode_WhileOpen_MakesTensorsThatCannotLearn()
    {
        Tensor made;
        using (inference_mode())
        {
            Assert.True(is_inference_mode_enabled());
            made = ones(1);
        }

        Assert.False(is_inference_mode_enabled());
        var error = Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => made.requires_grad_());
        Assert.Contains("inference", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Detach_OfAResult_SharesNumbersWithoutHistory()
    {
        var x = ones(2).requires_grad_();
        var y = x * 2;

        var detached = y.detach();
        using (no_grad()) detached.fill_(7);

        Assert.False(detached.requires_grad);
        Assert.Equal([7f, 7], y.detach().data<float>().ToArray());
    }

    [Fact]
    public void Grad_SetAndCleared_IsWhatWasSet()
    {
        var x = ones(2).requires_grad_();

        x.grad = tensor([5f, 6]);
        Assert.Equal([5f, 6], x.grad!.data<float>().ToArray());
        x.grad = null;
        Assert.Null(x.grad);
    }
}
