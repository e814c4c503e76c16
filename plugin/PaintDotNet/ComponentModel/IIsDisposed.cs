namespace PaintDotNet;

/// <summary>Something that knows whether it was disposed.</summary>
public interface IIsDisposed : IDisposable
{
    bool IsDisposed { get; }
}
