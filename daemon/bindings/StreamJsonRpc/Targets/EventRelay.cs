using System.Diagnostics;
using System.Reflection;

namespace StreamJsonRpc.Targets;

/// <summary>Sends an event of a target to the peer as a notification whose one argument is the event's.</summary>
internal sealed class EventRelay : IDisposable
{
    private readonly object _target;
    private readonly EventInfo _event;
    private readonly Delegate _handler;

    /// <exception cref="NotSupportedException">The event is not one of a sender and one argument.</exception>
    public EventRelay(JsonRpc rpc, object target, EventInfo member, string name)
    {
        _target = target;
        _event = member;
        var parameters = member.EventHandlerType!.GetMethod("Invoke")!.GetParameters();
        if (parameters is not [{ ParameterType: var sender }, { ParameterType: var argument }] || sender != typeof(object))
        {
            throw new NotSupportedException(
                $"Only EventHandler and EventHandler<T> events can be sent to the peer; {member.DeclaringType}.{member.Name} is a {member.EventHandlerType}.");
        }

        object sending = Activator.CreateInstance(typeof(Sender<>).MakeGenericType(argument), rpc, name)!;
        _handler = Delegate.CreateDelegate(member.EventHandlerType, sending, sending.GetType().GetMethod(nameof(Sender<>.Send))!);
        member.AddEventHandler(target, _handler);
    }

    public void Dispose() => _event.RemoveEventHandler(_target, _handler);

    private sealed class Sender<T>(JsonRpc rpc, string name)
    {
        public void Send(object? sender, T argument) => _ = SendAsync(argument);

        private async Task SendAsync(T argument)
        {
            try
            {
                // An EventArgs says nothing of its own; the package sends what the object really is.
                Type[]? types = typeof(T) == typeof(EventArgs) ? null : [typeof(T)];
                await rpc.NotifyAsync(name, new object?[] { argument }, types).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                // The one who raises the event must not fail because a peer is gone.
                rpc.Trace(TraceEventType.Warning, JsonRpc.TraceEvents.TransmissionFailed, $"Failed to send the event {name}. {e}");
            }
        }
    }
}
