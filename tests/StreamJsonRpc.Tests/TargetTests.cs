using StreamJsonRpc.Tests.Support;

namespace StreamJsonRpc.Tests;

public sealed class TargetTests
{
    public interface IContract
    {
        event EventHandler<int>? Changed;

        int Visible();

        [JsonRpcMethod("renamed")]
        int OriginalName();
    }

    [Fact]
    public async Task AddLocalRpcTarget_Interface_ExposesNoMoreThanTheContract()
    {
        using var pair = RpcPair.Start("none", null, server => server.AddLocalRpcTarget(typeof(IContract), new Implementation(), null));
        Assert.Equal(1, await pair.Client.InvokeAsync<int>("Visible").Soon());
        await Assert.ThrowsAsync<RemoteMethodNotFoundException>(() => pair.Client.InvokeAsync("Hidden").Soon());
    }

    [Fact]
    public async Task AddLocalRpcTarget_ClassImplementingInterface_TakesAttributesOfTheInterface()
    {
        using var pair = RpcPair.Start(new Implementation());
        Assert.Equal(2, await pair.Client.InvokeAsync<int>("renamed").Soon());
        await Assert.ThrowsAsync<RemoteMethodNotFoundException>(() => pair.Client.InvokeAsync("OriginalName").Soon());
    }

    [Fact]
    public async Task AddLocalRpcTarget_IgnoredAndNonPublicMethods_CannotBeCalled()
    {
        using var pair = RpcPair.Start(new Implementation());
        await Assert.ThrowsAsync<RemoteMethodNotFoundException>(() => pair.Client.InvokeAsync("Ignored").Soon());
        await Assert.ThrowsAsync<RemoteMethodNotFoundException>(() => pair.Client.InvokeAsync("Private").Soon());
        await Assert.ThrowsAsync<RemoteMethodNotFoundException>(() => pair.Client.InvokeAsync("ToString").Soon());
    }

    [Fact]
    public async Task AddLocalRpcTarget_AllowNonPublicInvocation_ExposesInternalMethods()
    {
        using var pair = RpcPair.Start(new Implementation(), new JsonRpcTargetOptions { AllowNonPublicInvocation = true });
        Assert.Equal(4, await pair.Client.InvokeAsync<int>("Private").Soon());
    }

    [Fact]
    public async Task AddLocalRpcTarget_NameTransforms_RenameMethodsAndParameters()
    {
        using var pair = RpcPair.Start(new Implementation(), new JsonRpcTargetOptions
        {
            MethodNameTransform = name => CommonMethodNameTransforms.Prepend("pdn/")(CommonMethodNameTransforms.CamelCase(name)),
            ParameterNameTransform = name => name + "Px",
        });
        Assert.Equal(9, await pair.Client.InvokeWithParameterObjectAsync<int>("pdn/square", new { widthPx = 3 }).Soon());
    }

    [Fact]
    public async Task JsonRpcParameter_OnParameter_IsTheNameOnTheWire()
    {
        using var pair = RpcPair.Start(new Implementation());
        Assert.Equal(8, await pair.Client.InvokeWithParameterObjectAsync<int>("Twice", new Dictionary<string, object?> { ["the-value"] = 4 }).Soon());
    }

    [Fact]
    public async Task AddLocalRpcTarget_Overloads_TakesTheOneThatFits()
    {
        using var pair = RpcPair.Start(new Implementation());
        Assert.Equal("number", await pair.Client.InvokeAsync<string>("Kind", 1).Soon());
        Assert.Equal("text", await pair.Client.InvokeAsync<string>("Kind", "one").Soon());
        Assert.Equal("two", await pair.Client.InvokeAsync<string>("Kind", 1, 2).Soon());
    }

    [Fact]
    public async Task AddLocalRpcMethod_Delegate_IsCalledByName()
    {
        using var pair = RpcPair.Start("none", null, server => server.AddLocalRpcMethod("sum", new Func<int, int, Task<int>>((a, b) => Task.FromResult(a + b))));
        Assert.Equal(5, await pair.Client.InvokeAsync<int>("sum", 2, 3).Soon());
    }

    [Fact]
    public void AddLocalRpcMethod_SameNameAndParameters_ThrowsInvalidOperation()
    {
        using JsonRpc rpc = new(RpcPair.Handler(new DuplexPipe().Near));
        rpc.AddLocalRpcMethod("sum", new Func<int, int>(a => a));
        Assert.Throws<InvalidOperationException>(() => rpc.AddLocalRpcMethod("sum", new Func<int, string>(a => $"{a}")));
    }

    [Fact]
    public void AddLocalRpcTarget_WhileListening_ThrowsUnlessAllowed()
    {
        using var pair = RpcPair.Start(new Implementation());
        Assert.Throws<InvalidOperationException>(() => pair.Server.AddLocalRpcTarget(new Implementation()));
        pair.Server.AllowModificationWhileListening = true;
        pair.Server.AddLocalRpcTarget(new Implementation());
    }

    [Theory]
    [InlineData("Value")]
    [InlineData("ValueLater")]
    [InlineData("Plain")]
    public async Task Method_ReturningValueTaskOrTask_GivesItsResult(string method)
    {
        using var pair = RpcPair.Start(new Implementation());
        Assert.Equal(21, await pair.Client.InvokeAsync<int>(method).Soon());
    }

    [Fact]
    public async Task Event_OfTarget_BecomesNotification()
    {
        Implementation target = new();
        var (rpc, peer) = RawPeer.Connect(target, new JsonRpcTargetOptions { EventNameTransform = CommonMethodNameTransforms.CamelCase });
        using var first = rpc;
        using var second = peer;
        target.Raise(3);
        Assert.Equal("""{"jsonrpc":"2.0","method":"changed","params":[3]}""", await peer.ReceiveAsync());
        rpc.Dispose();
        Assert.False(target.HasListeners);
    }

    [Fact]
    public void Event_NotifyClientOfEventsOff_IsLeftAlone()
    {
        Implementation target = new();
        using var pair = RpcPair.Start(target, new JsonRpcTargetOptions { NotifyClientOfEvents = false });
        Assert.False(target.HasListeners);
    }

    [Fact]
    public async Task DisposeOnDisconnect_PeerGoes_DisposesTarget()
    {
        Implementation target = new();
        using var pair = RpcPair.Start(target, new JsonRpcTargetOptions { DisposeOnDisconnect = true });
        pair.Client.Dispose();
        await pair.Server.Completion.Soon();
        Assert.True(target.IsDisposed);
    }

    public sealed class Implementation : IContract, IDisposable
    {
        public event EventHandler<int>? Changed;

        internal bool HasListeners => Changed is not null;

        internal bool IsDisposed { get; private set; }

        public int Visible() => 1;

        public int OriginalName() => 2;

        public int Hidden() => 3;

        [JsonRpcIgnore]
        public int Ignored() => 5;

        public int Square(int width) => width * width;

        public int Twice([JsonRpcParameter("the-value")] int value) => 2 * value;

        public string Kind(int value) => "number";

        public string Kind(string value) => "text";

        public string Kind(int first, int second) => "two";

        public ValueTask<int> Value() => new(21);

        public async ValueTask<int> ValueLater()
        {
            await Task.Yield();
            return 21;
        }

        public Task<int> Plain() => Task.FromResult(21);

        [JsonRpcIgnore]
        public void Dispose() => IsDisposed = true;

        internal int Private() => 4;

        internal void Raise(int value) => Changed?.Invoke(this, value);
    }
}
