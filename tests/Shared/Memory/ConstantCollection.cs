namespace PdnColorize.Tests.Memory;

/// <summary>Collects garbage on a thread of its own, without a pause, until it is disposed: what is only sometimes collected too early then is soon.</summary>
internal sealed class ConstantCollection : IDisposable
{
    private readonly Thread _thread;
    private volatile bool _isOver;

    public ConstantCollection()
    {
        _thread = new Thread(() =>
        {
            // The youngest generation is collected in no time, and what is made for one call is in it.
            while (!_isOver) GC.Collect(0);
        });
        _thread.Start();
    }

    public void Dispose()
    {
        _isOver = true;
        _thread.Join();
    }
}
