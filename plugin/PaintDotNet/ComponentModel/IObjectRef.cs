namespace PaintDotNet.ComponentModel;

/// <summary>A reference to something that lives as long as one reference to it does.</summary>
public interface IObjectRef : IIsDisposed, IDisposable
{
    bool? TryCreateRef(Type interfaceType, out IObjectRef? newObjectRef);
}
