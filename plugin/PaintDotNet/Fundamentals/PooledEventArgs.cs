namespace PaintDotNet;

/// <summary>Event arguments that may be used again after they were disposed. Here each is new: the pool is a matter of speed.</summary>
public abstract class PooledEventArgs<TDerivedArgs> : EventArgs, ICloneable, IDisposable
    where TDerivedArgs : PooledEventArgs<TDerivedArgs>, new()
{
    protected PooledEventArgs()
    {
    }

    public bool IsValid { get; private set; }

    public abstract TDerivedArgs Clone();

    object ICloneable.Clone() => Clone();

    public void Dispose()
    {
        if (!IsValid) return;
        ClearValues();
        IsValid = false;
        GC.SuppressFinalize(this);
    }

    protected abstract void ClearValues();

    protected void Validate()
    {
        VerifyIsNotValid();
        IsValid = true;
    }

    protected void VerifyIsNotValid()
    {
        if (IsValid) throw new InvalidOperationException("The event arguments are in use.");
    }

    protected void VerifyIsValid()
    {
        if (!IsValid) throw new InvalidOperationException("The event arguments are not in use.");
    }
}
