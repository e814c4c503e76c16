using Xunit;
using Xunit.Abstractions;

namespace PdnColorize.WindowsRunner;

/// <summary>Prints what becomes of each test.</summary>
internal sealed class ConsoleReporter : LongLivedMarshalByRefObject, IMessageSink, IDisposable
{
    private readonly ManualResetEventSlim _ended = new();
    private int _passed;
    private int _failed;
    private int _skipped;

    public int Passed => _passed;

    public int Failed => _failed;

    public int Skipped => _skipped;

    public void Begin() => _ended.Reset();

    public void WaitForEnd() => _ended.Wait();

    public bool OnMessage(IMessageSinkMessage message)
    {
        switch (message)
        {
            case ITestPassed passed:
                Interlocked.Increment(ref _passed);
                Print($"PASS {passed.Test.DisplayName}");
                break;
            case ITestSkipped skipped:
                Interlocked.Increment(ref _skipped);
                Print($"SKIP {skipped.Test.DisplayName}: {skipped.Reason}");
                break;
            case ITestFailed failed:
                Fail(failed.Test.DisplayName, failed);
                break;
            case ITestAssemblyFinished:
                _ended.Set();
                break;
            // Fixtures and clean-up that throw.
            case IFailureInformation broken:
                Fail(message.GetType().Name, broken);
                break;
            default:
                break;
        }

        return true;
    }

    public void Dispose() => _ended.Dispose();

    private void Fail(string name, IFailureInformation failure)
    {
        Interlocked.Increment(ref _failed);
        Print($"FAIL {name}{Environment.NewLine}{string.Join(Environment.NewLine, failure.Messages)}{Environment.NewLine}{string.Join(Environment.NewLine, failure.StackTraces)}");
    }

    private static void Print(string text)
    {
        lock (Console.Out)
        {
            Console.WriteLine(text);
            Console.Out.Flush();
        }
    }
}
