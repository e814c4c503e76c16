namespace PaintDotNet;

/// <summary>Event arguments with one value.</summary>
public abstract class PooledEventArgs<TDerivedArgs, TValue1> : PooledEventArgs<TDerivedArgs>, ICloneable, IDisposable
    where TDerivedArgs : PooledEventArgs<TDerivedArgs, TValue1>, new()
{
    protected PooledEventArgs()
    {
    }

    protected TValue1 Value1 { get; set; } = default!;

    public override TDerivedArgs Clone() => Get(Value1);

    protected static TDerivedArgs Get(TValue1 value1)
    {
        TDerivedArgs args = new() { Value1 = value1 };
        args.Validate();
        return args;
    }

    protected override void ClearValues() => Value1 = default!;
}
