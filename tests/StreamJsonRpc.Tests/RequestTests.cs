using System.Text.Json;
using StreamJsonRpc.Protocol;
using StreamJsonRpc.Tests.Support;

namespace StreamJsonRpc.Tests;

public sealed class RequestTests
{
    [Fact]
    public async Task InvokeAsync_PositionalArguments_ReturnsResult()
    {
        using var pair = RpcPair.Start(new Calculator());
        Assert.Equal(7, await pair.Client.InvokeAsync<int>("Add", 3, 4).Soon());
    }

    [Fact]
    public async Task InvokeAsync_NameWithoutAsyncSuffix_ReachesAsyncMethod()
    {
        using var pair = RpcPair.Start(new Calculator());
        Assert.Equal(-5, await pair.Client.InvokeAsync<int>("Negate", 5).Soon());
        Assert.Equal(-5, await pair.Client.InvokeAsync<int>("NegateAsync", 5).Soon());
    }

    [Fact]
    public async Task InvokeWithParameterObjectAsync_NamedArguments_MatchesParametersByName()
    {
        using var pair = RpcPair.Start(new Calculator());
        Assert.Equal(6, await pair.Client.InvokeWithParameterObjectAsync<int>("Subtract", new { right = 4, left = 10 }).Soon());
    }

    [Fact]
    public async Task InvokeWithParameterObjectAsync_DictionaryWithoutOptionalArgument_UsesDefault()
    {
        using var pair = RpcPair.Start(new Calculator());
        var arguments = new Dictionary<string, object?> { ["value"] = 3 };
        Assert.Equal(30, await pair.Client.InvokeWithParameterObjectAsync<int>("Scale", arguments).Soon());
    }

    [Fact]
    public async Task InvokeWithParameterObjectAsync_SingleObjectParameter_GetsWholeObject()
    {
        using var pair = RpcPair.Start(new Calculator(), new JsonRpcTargetOptions { UseSingleObjectParameterDeserialization = true });
        Assert.Equal(12, await pair.Client.InvokeWithParameterObjectAsync<int>("Area", new Size(3, 4)).Soon());
    }

    [Fact]
    public async Task InvokeAsync_MethodReturningNothing_CompletesWithoutResult()
    {
        Calculator target = new();
        using var pair = RpcPair.Start(target);
        await pair.Client.InvokeAsync("Remember", 11).Soon();
        Assert.Equal(11, await target.Remembered.Task);
    }

    [Fact]
    public async Task NotifyAsync_KnownMethod_ReachesTargetOnce()
    {
        Calculator target = new();
        using var pair = RpcPair.Start(target);
        await pair.Client.NotifyAsync("Remember", 12).Soon();
        Assert.Equal(12, await target.Remembered.Task.Soon());
    }

    [Fact]
    public async Task NotifyAsync_UnknownMethod_LeavesConnectionUsable()
    {
        using var pair = RpcPair.Start(new Calculator());
        await pair.Client.NotifyAsync("NoSuchThing", 1).Soon();
        Assert.Equal(2, await pair.Client.InvokeAsync<int>("Add", 1, 1).Soon());
    }

    [Fact]
    public async Task InvokeAsync_UnknownMethod_ThrowsRemoteMethodNotFound()
    {
        using var pair = RpcPair.Start(new Calculator());
        var error = await Assert.ThrowsAsync<RemoteMethodNotFoundException>(() => pair.Client.InvokeAsync("NoSuchThing").Soon());
        Assert.Equal(JsonRpcErrorCode.MethodNotFound, error.ErrorCode);
        Assert.Equal("NoSuchThing", error.TargetMethod);
    }

    [Theory]
    [InlineData("Add", 1)]
    [InlineData("Negate", 3)]
    public async Task InvokeAsync_WrongNumberOfArguments_ThrowsInvalidParams(string method, int count)
    {
        using var pair = RpcPair.Start(new Calculator());
        object?[] arguments = [.. Enumerable.Repeat<object?>(1, count)];
        var error = await Assert.ThrowsAsync<RemoteMethodNotFoundException>(() => pair.Client.InvokeAsync(method, arguments).Soon());
        Assert.Equal(JsonRpcErrorCode.InvalidParams, error.ErrorCode);
    }

    [Fact]
    public async Task InvokeAsync_ArgumentOfWrongType_ThrowsInvalidParams()
    {
        using var pair = RpcPair.Start(new Calculator());
        var error = await Assert.ThrowsAsync<RemoteMethodNotFoundException>(() => pair.Client.InvokeAsync("Negate", "five").Soon());
        Assert.Equal(JsonRpcErrorCode.InvalidParams, error.ErrorCode);
    }

    [Fact]
    public async Task InvokeAsync_ResultOfOtherType_ThrowsJsonException()
    {
        using var pair = RpcPair.Start(new Calculator());
        await Assert.ThrowsAsync<JsonException>(() => pair.Client.InvokeAsync<Size>("Add", 1, 2).Soon());
        Assert.Equal(3, await pair.Client.InvokeAsync<int>("Add", 1, 2).Soon());
    }

    [Fact]
    public async Task InvokeAsync_BeforeListening_ThrowsInvalidOperation()
    {
        using JsonRpc rpc = new(RpcPair.Handler(new DuplexPipe().Near));
        await Assert.ThrowsAsync<InvalidOperationException>(() => rpc.InvokeAsync("Add", 1, 2));
    }

    [Fact]
    public async Task InvokeAsync_ManyAtOnce_EachGetsItsOwnAnswer()
    {
        using var pair = RpcPair.Start(new Calculator(), null, server => server.SynchronizationContext = null);
        var calls = Enumerable.Range(0, 3000).Select(i => pair.Client.InvokeAsync<int>("Negate", i)).ToArray();
        int[] results = await Task.WhenAll(calls).Soon();
        Assert.Equal(Enumerable.Range(0, 3000).Select(i => -i), results);
    }

    public sealed record Size(int Width, int Height);

    public sealed class Calculator
    {
        internal TaskCompletionSource<int> Remembered { get; } = new();

        public int Add(int left, int right) => left + right;

        public int Subtract(int left, int right) => left - right;

        public int Scale(int value, int factor = 10) => value * factor;

        public int Area(Size size) => size.Width * size.Height;

        public void Remember(int value) => Remembered.SetResult(value);

        public async Task<int> NegateAsync(int value)
        {
            await Task.Yield();
            return -value;
        }
    }
}
