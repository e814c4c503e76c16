namespace PaintDotNet.AppModel;

/// <summary>The thread that draws windows.</summary>
public interface IUISynchronizationContext : IInternalImpl
{
    bool IsOnUIThread { get; }

    void Post(SendOrPostCallback d, object? state);

    void Send(SendOrPostCallback d, object? state);
}
