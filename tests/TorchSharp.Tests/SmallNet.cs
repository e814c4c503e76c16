using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

/// <summary>The network of fixtures/make_fixtures.py, with the same names.</summary>
internal sealed class SmallNet : Module<Tensor, (Tensor Picture, Tensor Scores)>
{
    // The base class finds the fields, by the names they have in the fixture, and disposes what they hold.
#pragma warning disable CA2213, IDE0044, IDE1006
    private Conv2d down = Conv2d(2, 3, 3, stride: 2, padding: 1);
    private BatchNorm2d norm = BatchNorm2d(3);
    private ConvTranspose2d up = ConvTranspose2d(3, 2, 4, stride: 2, padding: 1);
    private Linear head = Linear(2, 3, hasBias: false);
#pragma warning restore CA2213, IDE0044, IDE1006

    public SmallNet()
        : base(nameof(SmallNet)) => RegisterComponents();

    public override (Tensor Picture, Tensor Scores) forward(Tensor input)
    {
        var picture = up.call(functional.relu(norm.call(down.call(input))));
        return (picture, head.call(picture.mean([2, 3])));
    }

    /// <summary>With the fixture's numbers.</summary>
    public static SmallNet Load()
    {
        using var scope = NewDisposeScope();
        var net = new SmallNet();
        net.load_state_dict(Fixtures.Under("net/before/").ToDictionary(name => name, name => Fixtures.Load("net/before/" + name)));
        return net;
    }
}
