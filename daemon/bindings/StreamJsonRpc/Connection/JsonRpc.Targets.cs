using System.Reflection;

namespace StreamJsonRpc;

public partial class JsonRpc
{
    public void AddLocalRpcTarget(object target) => AddLocalRpcTarget(target, null);

    public void AddLocalRpcTarget(object target, JsonRpcTargetOptions? options)
    {
        ArgumentNullException.ThrowIfNull(target);
        AddLocalRpcTarget(target.GetType(), target, options);
    }

    public void AddLocalRpcTarget<T>(T target, JsonRpcTargetOptions? options)
        where T : notnull => AddLocalRpcTarget(typeof(T), target, options);

    /// <summary>Lets the peer call the methods of <paramref name="exposingMembersOn"/>; give an interface to expose no more than the contract.</summary>
    /// <exception cref="ArgumentException">The target is not of that type, or a method is both named and ignored.</exception>
    public void AddLocalRpcTarget(Type exposingMembersOn, object target, JsonRpcTargetOptions? options)
    {
        ArgumentNullException.ThrowIfNull(exposingMembersOn);
        ArgumentNullException.ThrowIfNull(target);
        ThrowIfConfigurationLocked();
        _targets.Add(this, exposingMembersOn, target, options ?? new JsonRpcTargetOptions());
    }

    public void AddLocalRpcMethod(string? rpcMethodName, Delegate handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        AddLocalRpcMethod(rpcMethodName, handler.Method, handler.Target);
    }

    public void AddLocalRpcMethod(string? rpcMethodName, MethodInfo handler, object? target) =>
        AddLocalRpcMethod(handler, target, new JsonRpcMethodAttribute(rpcMethodName));

    public void AddLocalRpcMethod(MethodInfo handler, object? target, JsonRpcMethodAttribute? methodRpcSettings) =>
        AddLocalRpcMethod(handler, target, methodRpcSettings, null);

    /// <exception cref="InvalidOperationException">A method of that name with the same parameters was added before.</exception>
    internal void AddLocalRpcMethod(
        MethodInfo handler, object? target, JsonRpcMethodAttribute? methodRpcSettings, SynchronizationContext? synchronizationContext)
    {
        ArgumentNullException.ThrowIfNull(handler);
        if (handler.IsStatic != target is null)
            throw new ArgumentException("A target object must be given if and only if the method is not static.", nameof(target));
        ThrowIfConfigurationLocked();
        _targets.Add(handler, target, methodRpcSettings, synchronizationContext);
    }
}
