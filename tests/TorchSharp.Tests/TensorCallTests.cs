using static TorchSharp.torch;

namespace TorchSharp.Tests;

public sealed class TensorCallTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Tensor _grid = arange(24).reshape(2, 3, 4);

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Operators_OnTensorsAndNumbers_AreArithmetic()
    {
        var x = tensor([1f, 2, 4]);

        Assert.Equal([3f, 5, 9], ((2 * x) + 1).data<float>());
        Assert.Equal([9f, 8, 6], (10 - x).data<float>());
        Assert.Equal([4f, 2, 1], (4 / x).data<float>());
        Assert.Equal([-0.5f, -1, -2], (-x / 2).data<float>());
        Assert.Equal([1f, 4, 16], x.pow(2).data<float>());
        Assert.Equal([false, true, true], (x >= 2).data<bool>());
        Assert.Equal([true, false, false], (2 > x).data<bool>());
        Assert.Equal([false, true, false], ((x > 1) & (x < 4)).data<bool>());
        Assert.Equal([1f, 2, 1], (x % 3).data<float>());
    }

    [Fact]
    public void Division_WithRounding_RoundsThatWay()
    {
        var x = tensor([-7f, 7]);

        Assert.Equal([-4f, 3], x.div(2, RoundingMode.floor).data<float>());
        Assert.Equal([-3f, 3], x.div(2, RoundingMode.trunc).data<float>());
        Assert.Equal([-3.5f, 3.5f], x.div(2).data<float>());
    }

    [Fact]
    public void InPlace_Calls_ChangeTheTensorAndReturnIt()
    {
        var x = tensor([-1f, 0, 1]);

        Assert.Same(x, x.add_(1).mul_(2).clamp_(max: 3));

        Assert.Equal([0f, 2, 3], x.data<float>());
        Assert.Equal([0f, 0, 0], x.zero_().data<float>());
    }

    [Fact]
    public void Unary_Calls_AreTheFunctionsTheyAreNamedAfter()
    {
        var x = tensor([0.25, 1, 4]);

        AssertEach(x.sqrt(), Math.Sqrt);
        AssertEach(x.rsqrt(), value => 1 / Math.Sqrt(value));
        AssertEach(x.exp(), Math.Exp);
        AssertEach(x.log(), Math.Log);
        AssertEach(x.tanh(), Math.Tanh);
        AssertEach(x.sigmoid(), value => 1 / (1 + Math.Exp(-value)));
        AssertEach(x.square(), value => value * value);
        AssertEach(x.reciprocal(), value => 1 / value);
        AssertEach(x.silu(), value => value / (1 + Math.Exp(-value)));
        AssertEach((x - 2).relu(), value => Math.Max(0, value - 2));
        AssertEach((x - 2).leaky_relu(0.5), value => value < 2 ? (value - 2) / 2 : value - 2);
        AssertEach((x - 2).abs(), value => Math.Abs(value - 2));

        void AssertEach(Tensor actual, Func<double, double> expected)
        {
            foreach (var (wanted, got) in x.data<double>().Select(expected).Zip(actual.data<double>())) Assert.Equal(wanted, got, 1e-12);
        }
    }

    [Fact]
    public void Fused_Calls_AreTheirFormulas()
    {
        var (x, y, z) = (tensor([1f]), tensor([2f]), tensor([4f]));

        Assert.Equal(17f, x.addcmul(y, z, 2).item<float>());
        Assert.Equal(2f, x.addcdiv(y, z, 2).item<float>());
        Assert.Equal(1.75f, x.lerp(z, tensor([0.25f])).item<float>());
        Assert.Equal(5f, x.add(y, 2).item<float>());
        Assert.Equal(2f, y.where(tensor([true]), z).item<float>());
        Assert.Equal(4f, where(tensor([false]), y, z).item<float>());
    }

    [Fact]
    public void Layout_Calls_GiveNumPysShapesAndNumbers()
    {
        Assert.Equal([4, 2, 3], _grid.permute(2, 0, 1).shape);
        Assert.Equal([1, 12, 4], _grid.transpose(1, 2).transpose(0, 1).stride());
        Assert.Equal([5L, 6, 9, 10], _grid[0].narrow(0, 1, 2).slice(1, 1, 3, 1).flatten().data<long>());
        Assert.Equal([3L, 2, 1, 0], _grid[0, 0].flip(0).data<long>());
        Assert.Equal([1, 2, 3, 4], _grid.unsqueeze(0).shape);
        Assert.Equal([2, 3, 4], _grid.unsqueeze(0).squeeze(0).shape);
        Assert.Equal([2, 2, 3, 4], stack([_grid, _grid]).shape);
        Assert.Equal([2, 6, 4], cat([_grid, _grid], 1).shape);
        Assert.Equal([5, 2, 3, 4], _grid.expand(5, -1, -1, -1).shape);
        Assert.Equal([2L, 0, 1], arange(3).roll([1], [0]).data<long>());
        Assert.Equal([2, 2], _grid.split(2, 2).Select(part => part.size(-1)));
        Assert.Equal([1, 3], _grid.split([1L, 3], 2).Select(part => part.size(2)));
        Assert.Equal([2, 1], _grid.chunk(2, 1).Select(part => part.size(1)));
        Assert.Equal(3, _grid.unbind(1).Length);
    }

    [Fact]
    public void Index_WithSlicesSinglesAndEllipsis_IsNumPys()
    {
        Assert.Equal([12L, 16, 20], _grid[1, TensorIndex.Colon, 0].data<long>());
        Assert.Equal([3L, 7, 11, 15, 19, 23], _grid[TensorIndex.Ellipsis, ^1].flatten().data<long>());
        Assert.Equal([2, 1, 3, 2], _grid[TensorIndex.Colon, TensorIndex.None, TensorIndex.Ellipsis, 1..3].shape);
        Assert.Equal([0L, 2], _grid[0, 0, TensorIndex.Slice(step: 2)].data<long>());
        Assert.Equal(23, _grid[1, 2, 3].item<long>());
        Assert.Equal(23, _grid[-1, -1, -1].item<long>());
    }

    [Fact]
    public void Index_WithTensors_ChoosesElements()
    {
        Assert.Equal([20L, 21, 22, 23], _grid[_grid > 19].data<long>());
        Assert.Equal([8L, 0], _grid[0, TensorIndex.Tensor(tensor([2L, 0])), 0].data<long>());
        Assert.Equal([4L, 8], _grid.index_select(1, tensor([1L, 2]))[0].select(1, 0).data<long>());
        Assert.Equal([6, 1], nonzero(_grid > 17).narrow(1, 0, 1).shape);
    }

    [Fact]
    public void Index_Assigned_ChangesThoseElements()
    {
        _grid[0, 1] = tensor(-1L);
        _grid[TensorIndex.Ellipsis, 3] = tensor(-2L);
        _grid[_grid > 12] = tensor(0L);

        Assert.Equal([0L, 1, 2, -2, -1, -1, -1, -2, 8, 9, 10, -2, 12, 0, 0, -2, 0, 0, 0, -2, 0, 0, 0, -2], _grid.flatten().data<long>());
    }

    [Fact]
    public void Factories_WithoutAType_ChooseThePackagesType()
    {
        Assert.Equal(ScalarType.Float32, zeros(1).dtype);
        Assert.Equal(ScalarType.Int64, full([1], 3).dtype);
        Assert.Equal(ScalarType.Float32, full([1], 3.5).dtype);
        Assert.Equal(ScalarType.Int64, arange(3).dtype);
        Assert.Equal(ScalarType.Float32, arange(0, 1, 0.5).dtype);
        Assert.Equal([0f, 0.5f, 1], linspace(0, 1, 3).data<float>());
        Assert.Equal([1f, 0, 0, 1], eye(2).data<float>());
    }

    [Fact]
    public void Random_SameSeed_GivesSameNumbers()
    {
        manual_seed(7);
        var first = randn(5);
        var state = get_rng_state();
        var second = rand(5);

        manual_seed(7);
        Assert.True(randn(5).Equals(first));
        set_rng_state(state);
        Assert.True(rand(5).Equals(second));

        using var generator = new Generator(3);
        var third = randint(0, 1000, [20], generator: generator);
        generator.manual_seed(3);
        Assert.True(randint(0, 1000, [20], generator: generator).Equals(third));
        Assert.Equal(3, generator.initial_seed());
        Assert.Equal(Enumerable.Range(0, 9).Select(i => (long)i), randperm(9).data<long>().Order());
    }

    [Fact]
    public void Comparisons_OfWholeTensors_AreByNumber()
    {
        var x = tensor([1f, 2]);

        Assert.True(x.Equals(tensor([1f, 2])));
        Assert.False(x.Equals(tensor([1f, 3])));
        Assert.True(x.allclose(x + 1e-6));
        Assert.False(x.allclose(x + 1e-3));
        Assert.Equal([true, true], (x == tensor([1f, 2])).data<bool>());
    }

    [Fact]
    public void To_AnotherType_DisposesTheOldIfAsked()
    {
        var x = ones(1);

        var y = x.to(ScalarType.Byte, disposeAfter: true);

        Assert.Equal(ScalarType.Byte, y.dtype);
        Assert.True(x.IsInvalid);
        Assert.Equal("cpu", y.cpu().device.ToString());
    }
}
