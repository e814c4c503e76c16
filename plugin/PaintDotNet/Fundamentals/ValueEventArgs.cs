namespace PaintDotNet;

/// <summary>Event arguments that are a value.</summary>
public sealed class ValueEventArgs<T> : PooledEventArgs<ValueEventArgs<T>, T>, ICloneable, IDisposable
{
    public ValueEventArgs()
    {
    }

    public T Value
    {
        get
        {
            VerifyIsValid();
            return Value1;
        }
    }

    public static new ValueEventArgs<T> Get(T value) => PooledEventArgs<ValueEventArgs<T>, T>.Get(value);
}
