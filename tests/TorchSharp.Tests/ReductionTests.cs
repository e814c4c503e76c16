using static TorchSharp.torch;

namespace TorchSharp.Tests;

public sealed class ReductionTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Tensor _input = Fixtures.Load("reduce/input");

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Reductions_OverDimensions_ArePyTorchs()
    {
        Fixtures.AssertIs("reduce/sum", _input.sum([0, 2]));
        Fixtures.AssertIs("reduce/mean", _input.mean([1], keepdim: true));
        Fixtures.AssertIs("reduce/std", _input.std([0, 1], unbiased: false));
        Fixtures.AssertIs("reduce/amax", _input.amax([0, 2]), tolerance: 0);
        Fixtures.AssertIs("reduce/argmin", _input.argmin(1));
        Fixtures.AssertIs("reduce/cumsum", _input.cumsum(1));
        Fixtures.AssertIs("reduce/sorted", _input.sort(2, descending: true).Values, tolerance: 0);
    }

    [Fact]
    public void Reductions_OverAll_ArePyTorchs()
    {
        Fixtures.AssertIs("reduce/var", _input.var());
        Fixtures.AssertIs("reduce/norm", _input.norm());
        Fixtures.AssertIs("reduce/median", _input.median(), tolerance: 0);
    }

    [Fact]
    public void Max_OverADimension_GivesNumbersAndWhereTheyAre()
    {
        var (values, indexes) = tensor([1f, 5, 2, 9, 0, 3], [2, 3]).max(1);

        Assert.Equal([5f, 9], values.data<float>().ToArray());
        Assert.Equal([1L, 0], indexes.data<long>().ToArray());
    }

    [Fact]
    public void Finiteness_WithNaNAndInfinity_IsFoundOut()
    {
        var numbers = tensor([1f, float.NaN, float.PositiveInfinity]);

        Assert.Equal([true, false, false], numbers.isfinite().data<bool>().ToArray());
        Assert.Equal([false, true, false], numbers.isnan().data<bool>().ToArray());
        Assert.False((bool)numbers.isfinite().all());
        Assert.True((bool)numbers.isinf().any());
    }
}
