using System.Reflection;
using StreamJsonRpc.Protocol;
using StreamJsonRpc.Targets;

namespace StreamJsonRpc;

/// <summary>The local method that fits a request, with its arguments; or the reasons why none does.</summary>
public sealed class TargetMethod
{
    private readonly JsonRpcRequest _request;
    private readonly LocalMethod? _method;
    private readonly object?[] _arguments = [];
    private readonly SynchronizationContext _context;
    private readonly List<string> _reasons = [];

    internal TargetMethod(JsonRpcRequest request, IEnumerable<LocalMethod> candidates, SynchronizationContext context)
    {
        _request = request;
        _context = context;
        List<RpcArgumentDeserializationException> failures = [];
        foreach (var candidate in candidates)
        {
            object?[] arguments = new object?[candidate.ArgumentCount];
            try
            {
                if (Refusal(candidate, arguments) is { } reason)
                {
                    _reasons.Add(reason);
                    continue;
                }

                _method = candidate;
                _arguments = arguments;
                _context = candidate.Context ?? context;
                break;
            }
            catch (RpcArgumentDeserializationException e)
            {
                failures.Add(e);
                _reasons.Add(e.Message);
            }
        }

        if (failures.Count > 0) ArgumentDeserializationFailures = new AggregateException(failures);
    }

    public Type? TargetObjectType => _method?.Target?.GetType();

    public MethodInfo? TargetMethodInfo => _method?.Method;

    internal AggregateException? ArgumentDeserializationFailures { get; }

    internal bool IsFound => _method is not null;

    internal bool AcceptsCancellationToken => _method?.HasCancellationToken ?? false;

    internal Type? ReturnType => _method?.Method.ReturnType;

    internal string LookupErrorMessage =>
        $"Unable to find method '{_request.Method}/{_request.ArgumentCount}' on {TargetObjectType?.FullName ?? "{no object}"} " +
        $"for the following reasons: {string.Join("; ", _reasons.Distinct())}";

    public override string ToString() => _method?.ToString() ?? "<no method>";

    /// <summary>Calls the method in its context; the task is what the call itself returns, which may be a task again.</summary>
    internal Task<object?> InvokeAsync(CancellationToken cancellationToken)
    {
        var method = _method ?? throw new InvalidOperationException(LookupErrorMessage);
        if (method.HasCancellationToken) _arguments[^1] = cancellationToken;
        TaskCompletionSource<object?> returned = new();
        _context.Post(
            _ =>
            {
                try
                {
                    returned.SetResult(method.Method.Invoke(method.Target, BindingFlags.DoNotWrapExceptions, null, _arguments, null));
                }
                catch (Exception e)
                {
                    returned.SetException(e);
                }
            },
            null);
        return returned.Task;
    }

    /// <summary>Why the method cannot take the request; null when it can.</summary>
    private string? Refusal(LocalMethod candidate, object?[] arguments)
    {
        if (candidate.HasByReferenceParameters) return $"{candidate} has ref or out parameter(s), which is not supported";
        var parameters = candidate.Parameters;
        _request.MethodSettings = candidate.Settings;
        return _request.TryGetTypedArguments(parameters, candidate.ParameterNames, arguments.AsSpan(0, parameters.Length)) switch
        {
            JsonRpcRequest.ArgumentMatchResult.Success => null,
            JsonRpcRequest.ArgumentMatchResult.ParameterArgumentCountMismatch =>
                $"{candidate} parameter(s) (excluding any CancellationToken): {candidate.RequiredParameters} - {parameters.Length}, " +
                $"but the request supplies {_request.ArgumentCount}",
            JsonRpcRequest.ArgumentMatchResult.MissingArgument => "An argument was not supplied for a required parameter.",
            _ => $"{candidate} parameters are not compatible with the arguments provided in the request.",
        };
    }
}
