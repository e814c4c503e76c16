using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

public sealed class ModuleTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void StateDict_OfANetwork_HasPyTorchsNames()
    {
        using var net = new SmallNet();

        Assert.Equal(Fixtures.Under("net/before/").Order(), net.state_dict().Keys.Order());
    }

    [Fact]
    public void Network_OneStepBack_HasPyTorchsOutputsGradientsAndStatistics()
    {
        using var net = SmallNet.Load();

        var (picture, scores) = net.call(Fixtures.Load("net/input"));
        var loss = nn.functional.mse_loss(picture, Fixtures.Load("net/target"))
            + (0.5 * nn.functional.cross_entropy(scores, Fixtures.Load("net/classes")));
        loss.backward();

        Fixtures.AssertIs("net/picture", picture);
        Fixtures.AssertIs("net/scores", scores);
        Fixtures.AssertIs("net/loss", loss);
        foreach (var (name, parameter) in net.named_parameters()) Fixtures.AssertIs("net/grad/" + name, parameter.grad!);
        foreach (var (name, buffer) in net.named_buffers()) Fixtures.AssertIs("net/after/" + name, buffer);

        var norm = nn.utils.clip_grad_norm_(net.parameters(), 0.1);
        Fixtures.AssertIs("net/grad_norm", tensor((float)norm));
        Fixtures.AssertIs("net/clipped/up.bias", net.get_parameter("up.bias")!.grad!);

        net.eval();
        Fixtures.AssertIs("net/eval", net.call(Fixtures.Load("net/input")).Picture);
    }

    [Fact]
    public void ZeroGrad_AfterBackward_ForgetsGradients()
    {
        using var net = SmallNet.Load();
        net.call(Fixtures.Load("net/input")).Picture.sum().backward();

        net.zero_grad(set_to_none: false);
        Assert.Equal(0, (double)net.get_parameter("up.weight")!.grad!.abs().max());
        net.zero_grad();
        Assert.Null(net.get_parameter("up.weight")!.grad);
    }

    [Fact]
    public void Eval_OfANetwork_ReachesAllParts()
    {
        using var net = new SmallNet();

        net.eval();

        Assert.False(net.training);
        Assert.All(net.modules(), part => Assert.False(part.training));
        net.train();
        Assert.All(net.modules(), part => Assert.True(part.training));
    }

    [Fact]
    public void LoadStateDict_WithNamesThatDisagree_NamesThem()
    {
        using var net = new SmallNet();
        var state = net.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value);
        state.Remove("up.bias");
        state["up.scale"] = zeros(2);

        var error = Assert.Throws<InvalidOperationException>(() => net.load_state_dict(state));
        var (missing, unexpected) = net.load_state_dict(state, strict: false);

        Assert.Contains("up.bias", error.Message, StringComparison.Ordinal);
        Assert.Contains("up.scale", error.Message, StringComparison.Ordinal);
        Assert.Equal(["up.bias"], missing);
        Assert.Equal(["up.scale"], unexpected);
    }

    [Fact]
    public void LoadStateDict_OfAnotherType_ConvertsIntoTheModulesOwn()
    {
        using var net = new SmallNet();
        var half = Fixtures.Load("net/before/up.weight").to(ScalarType.Float16);

        net.load_state_dict(new() { ["up.weight"] = half }, strict: false);

        var own = net.get_parameter("up.weight")!;
        Assert.Equal(ScalarType.Float32, own.dtype);
        Assert.True(own.Equals(half.to(ScalarType.Float32)));
    }

    [Fact]
    public void To_AnotherType_KeepsObjectsGradientsAndWholeNumbers()
    {
        using var net = SmallNet.Load();
        net.call(Fixtures.Load("net/input")).Picture.sum().backward();
        var before = net.parameters().ToList();
        var gradient = net.get_parameter("down.weight")!.grad!.clone();

        net.to(ScalarType.Float64);

        Assert.Equal(before, net.parameters(), ReferenceEqualityComparer.Instance);
        Assert.All(net.parameters(), parameter => Assert.Equal(ScalarType.Float64, parameter.dtype));
        Assert.All(net.parameters(), parameter => Assert.True(parameter.requires_grad && parameter.is_leaf));
        Assert.True(net.get_parameter("down.weight")!.grad!.Equals(gradient.to(ScalarType.Float64)));
        Assert.Equal(ScalarType.Int64, net.get_buffer("norm.num_batches_tracked")!.dtype);
        Assert.Equal(ScalarType.Float64, net.call(Fixtures.Load("net/input").to(ScalarType.Float64)).Picture.dtype);
    }

    [Fact]
    public void Weight_Replaced_IsWhatTheModuleUsesAndSaves()
    {
        using var layer = nn.Conv2d(1, 1, 1, bias: false);
        var old = layer.weight;

        layer.weight = new Parameter(full([1, 1, 1, 1], 3f));

        Assert.True(old.IsInvalid);
        Assert.Same(layer.weight, layer.state_dict()["weight"]);
        Assert.Equal(6f, layer.call(full([1, 1, 1, 1], 2f)).item<float>());
    }

    [Fact]
    public void Modules_MadeInAScope_OutliveIt()
    {
        SmallNet net;
        using (NewDisposeScope()) net = new SmallNet();

        using (net) Assert.Equal([2, 2, 4, 4], net.call(ones(2, 2, 4, 4)).Picture.shape);
        Assert.All(net.parameters(), parameter => Assert.True(parameter.IsInvalid));
    }

    [Fact]
    public void Conv2d_WithTooFewChannels_SaysHowManyItTakes()
    {
        using var layer = nn.Conv2d(4, 1, 1);

        var error = Assert.Throws<ArgumentException>(() => layer.call(ones(1, 3, 2, 2)));

        Assert.Contains("4 channels", error.Message, StringComparison.Ordinal);
    }
}
