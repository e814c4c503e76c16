using System.Reflection;
using System.Runtime.ExceptionServices;
using StreamJsonRpc.Protocol;

namespace StreamJsonRpc.Targets;

/// <summary>The methods that the peer may call, by name; of several that fit a request, the one that was added first is taken.</summary>
internal sealed class LocalTargets
{
    private const BindingFlags PublicMembers = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<LocalMethod>> _methods = new(StringComparer.Ordinal);
    private readonly List<EventRelay> _relays = [];
    private readonly List<object> _toDispose = [];

    public TargetMethod? Find(JsonRpcRequest request, SynchronizationContext context)
    {
        LocalMethod[] candidates;
        lock (_lock)
        {
            if (!_methods.TryGetValue(request.Method!, out var found)) return null;
            candidates = [.. found];
        }

        return new TargetMethod(request, candidates, context);
    }

    public void Add(MethodInfo method, object? target, JsonRpcMethodAttribute? settings, SynchronizationContext? context)
    {
        LocalMethod added = new(method, target, settings, context, null);
        lock (_lock)
        {
            var same = Named(settings?.Name ?? method.Name);
            if (same.Exists(added.HasSameParameters))
                throw new InvalidOperationException("A method with the same name and equivalent parameters has already been registered.");
            same.Add(added);
        }
    }

    public void Add(JsonRpc rpc, Type type, object target, JsonRpcTargetOptions options)
    {
        if (!type.IsInstanceOfType(target)) throw new ArgumentException("The target must be of the type whose members are exposed.", nameof(target));
        // Settings of the target take the place of a method's own.
        var common = options.ClientRequiresNamedArguments || options.UseSingleObjectParameterDeserialization
            ? new JsonRpcMethodAttribute
            {
                ClientRequiresNamedArguments = options.ClientRequiresNamedArguments,
                UseSingleObjectParameterDeserialization = options.UseSingleObjectParameterDeserialization,
            }
            : null;
        var members = options.AllowNonPublicInvocation ? PublicMembers | BindingFlags.NonPublic : PublicMembers;
        var named = TargetMembers.Methods(type, members);
        lock (_lock)
        {
            foreach (var (name, method, settings) in named)
            {
                Named(options.MethodNameTransform?.Invoke(name) ?? name)
                    .Add(new LocalMethod(method, target, common ?? settings, null, options.ParameterNameTransform));
            }

            if (options.DisposeOnDisconnect) _toDispose.Add(target);
            if (!options.NotifyClientOfEvents) return;
            foreach (var member in TargetMembers.Events(type))
                _relays.Add(new EventRelay(rpc, target, member, options.EventNameTransform?.Invoke(member.Name) ?? member.Name));
        }
    }

    public void RemoveEventRelays()
    {
        lock (_lock)
        {
            foreach (var relay in _relays) relay.Dispose();
            _relays.Clear();
        }
    }

    /// <summary>Disposes the targets that ask for it, in <paramref name="context"/>, all of them even if one fails.</summary>
    public async Task DisposeTargetsAsync(SynchronizationContext context)
    {
        object[] targets;
        lock (_lock)
        {
            targets = [.. _toDispose];
            _toDispose.Clear();
        }

        List<Exception> errors = [];
        foreach (object target in targets)
        {
            try
            {
                await DisposeAsync(target, context).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                errors.Add(e);
            }
        }

        if (errors.Count == 1) ExceptionDispatchInfo.Throw(errors[0]);
        if (errors.Count > 1) throw new AggregateException(errors);
    }

    private static async Task DisposeAsync(object target, SynchronizationContext context)
    {
        TaskCompletionSource<ValueTask> started = new();
        context.Post(
            _ =>
            {
                try
                {
                    ValueTask disposal = default;
                    if (target is IAsyncDisposable asynchronous) disposal = asynchronous.DisposeAsync();
                    else (target as IDisposable)?.Dispose();
                    started.SetResult(disposal);
                }
                catch (Exception e)
                {
                    started.SetException(e);
                }
            },
            null);
        await (await started.Task.ConfigureAwait(false)).ConfigureAwait(false);
    }

    private List<LocalMethod> Named(string name)
    {
        if (!_methods.TryGetValue(name, out var methods)) _methods.Add(name, methods = []);
        return methods;
    }
}
