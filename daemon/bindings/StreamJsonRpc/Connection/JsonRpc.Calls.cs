namespace StreamJsonRpc;

// The ways to call the peer; all of them end in InvokeCoreAsync. A request ends with the peer's result, with a
// RemoteRpcException, with an OperationCanceledException when the peer says that it was cancelled, or with the transport's own
// exception when it could not be sent.
public partial class JsonRpc
{
    public Task InvokeAsync(string targetName, object? argument) => InvokeAsync<object>(targetName, argument);

    public Task InvokeAsync(string targetName, params object?[]? arguments) => InvokeAsync<object>(targetName, arguments);

    public Task<TResult> InvokeAsync<TResult>(string targetName, object? argument) =>
        InvokeWithCancellationAsync<TResult>(targetName, new[] { argument }, CancellationToken.None);

    public Task<TResult> InvokeAsync<TResult>(string targetName, params object?[]? arguments) =>
        // A lone null argument arrives here as a null array.
        InvokeWithCancellationAsync<TResult>(targetName, arguments ?? [null], CancellationToken.None);

    public Task InvokeWithCancellationAsync(
        string targetName, IReadOnlyList<object?>? arguments = null, CancellationToken cancellationToken = default) =>
        InvokeWithCancellationAsync<object>(targetName, arguments, cancellationToken);

    public Task InvokeWithCancellationAsync(
        string targetName, IReadOnlyList<object?>? arguments, IReadOnlyList<Type> argumentDeclaredTypes, CancellationToken cancellationToken) =>
        InvokeWithCancellationAsync<object>(targetName, arguments, argumentDeclaredTypes, cancellationToken);

    public Task<TResult> InvokeWithCancellationAsync<TResult>(
        string targetName, IReadOnlyList<object?>? arguments = null, CancellationToken cancellationToken = default) =>
        InvokeCoreAsync<TResult>(CreateNewRequestId(), targetName, arguments, null, null, cancellationToken, isParameterObject: false);

    public Task<TResult> InvokeWithCancellationAsync<TResult>(
        string targetName, IReadOnlyList<object?>? arguments, IReadOnlyList<Type>? argumentDeclaredTypes, CancellationToken cancellationToken) =>
        InvokeCoreAsync<TResult>(
            CreateNewRequestId(), targetName, arguments, argumentDeclaredTypes, null, cancellationToken, isParameterObject: false);

    public Task InvokeWithParameterObjectAsync(string targetName, object? argument = null, CancellationToken cancellationToken = default) =>
        InvokeWithParameterObjectAsync<object>(targetName, argument, cancellationToken);

    public Task InvokeWithParameterObjectAsync(
        string targetName, object? argument, IReadOnlyDictionary<string, Type>? argumentDeclaredTypes, CancellationToken cancellationToken) =>
        InvokeWithParameterObjectAsync<object>(targetName, argument, argumentDeclaredTypes, cancellationToken);

    public Task InvokeWithParameterObjectAsync(
        string targetName,
        IReadOnlyDictionary<string, object?>? argument,
        IReadOnlyDictionary<string, Type>? argumentDeclaredTypes,
        CancellationToken cancellationToken) =>
        InvokeWithParameterObjectAsync<object>(targetName, argument, argumentDeclaredTypes, cancellationToken);

    public Task<TResult> InvokeWithParameterObjectAsync<TResult>(
        string targetName, object? argument = null, CancellationToken cancellationToken = default) =>
        InvokeWithParameterObjectAsync<TResult>(targetName, argument, argumentDeclaredTypes: null, cancellationToken);

    public Task<TResult> InvokeWithParameterObjectAsync<TResult>(
        string targetName, object? argument, IReadOnlyDictionary<string, Type>? argumentDeclaredTypes, CancellationToken cancellationToken) =>
        InvokeCoreAsync<TResult>(
            CreateNewRequestId(), targetName, OneArgument(argument), null, argumentDeclaredTypes, cancellationToken, isParameterObject: true);

    public Task<TResult> InvokeWithParameterObjectAsync<TResult>(
        string targetName,
        IReadOnlyDictionary<string, object?>? argument,
        IReadOnlyDictionary<string, Type>? argumentDeclaredTypes,
        CancellationToken cancellationToken) =>
        InvokeCoreAsync<TResult>(
            CreateNewRequestId(), targetName, OneArgument(argument), null, argumentDeclaredTypes, cancellationToken, isParameterObject: true);

    public Task NotifyAsync(string targetName, object? argument) => NotifyAsync(targetName, new[] { argument }, null);

    public Task NotifyAsync(string targetName, params object?[]? arguments) => NotifyAsync(targetName, arguments, null);

    public Task NotifyAsync(string targetName, object?[]? arguments, IReadOnlyList<Type>? argumentDeclaredTypes) =>
        InvokeCoreAsync<object>(
            RequestId.NotSpecified, targetName, arguments, argumentDeclaredTypes, null, CancellationToken.None, isParameterObject: false);

    public Task NotifyWithParameterObjectAsync(string targetName, object? argument = null) =>
        NotifyWithParameterObjectAsync(targetName, argument, null);

    public Task NotifyWithParameterObjectAsync(string targetName, object? argument, IReadOnlyDictionary<string, Type>? argumentDeclaredTypes) =>
        InvokeCoreAsync<object>(
            RequestId.NotSpecified, targetName, OneArgument(argument), null, argumentDeclaredTypes, CancellationToken.None, isParameterObject: true);

    public Task NotifyWithParameterObjectAsync(
        string targetName, IReadOnlyDictionary<string, object?>? namedArguments, IReadOnlyDictionary<string, Type>? argumentDeclaredTypes) =>
        NotifyWithParameterObjectAsync(targetName, (object?)namedArguments, argumentDeclaredTypes);

    // No argument object at all means a method without parameters.
    private static object?[]? OneArgument(object? argument) => argument is null ? null : [argument];
}
