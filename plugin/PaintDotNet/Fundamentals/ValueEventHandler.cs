namespace PaintDotNet;

/// <summary>Told of a value.</summary>
public delegate void ValueEventHandler<T>(object? sender, ValueEventArgs<T> e);
