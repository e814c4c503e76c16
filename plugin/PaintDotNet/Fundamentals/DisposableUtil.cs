namespace PaintDotNet;

/// <summary>Disposes what a variable holds, and forgets it.</summary>
public static class DisposableUtil
{
    public static void Free<T>(ref T? disposeMe)
        where T : class, IDisposable => Interlocked.Exchange(ref disposeMe, null)?.Dispose();

    public static void Free<T>(ref T? disposeMe, bool callerIsNotFinalizing)
        where T : class, IDisposable
    {
        T? held = Interlocked.Exchange(ref disposeMe, null);
        if (callerIsNotFinalizing) held?.Dispose();
    }
}
