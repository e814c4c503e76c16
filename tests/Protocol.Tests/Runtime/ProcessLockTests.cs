using PdnColorize.Protocol.Runtime;
using PdnColorize.Tests.Platforms;

namespace PdnColorize.Protocol.Tests.Runtime;

public sealed class ProcessLockTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lock");

    private string LockFile => Path.Combine(_folder.FullName, "a.lock");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void TryTake_WhileItIsHeld_GivesNone()
    {
        using ProcessLock? held = ProcessLock.TryTake(LockFile);

        Assert.NotNull(held);
        Assert.Null(ProcessLock.TryTake(LockFile));
    }

    [Fact]
    public void TryTake_AfterItWasReleased_TakesItAndLeavesNoFile()
    {
        ProcessLock.TryTake(LockFile)!.Dispose();
        using (ProcessLock? again = ProcessLock.TryTake(LockFile)) Assert.NotNull(again);

        Assert.False(File.Exists(LockFile));
    }

    [Fact]
    public void TryTake_FileOfACrashedProcess_TakesIt()
    {
        File.WriteAllText(LockFile, "");

        using ProcessLock? taken = ProcessLock.TryTake(LockFile);

        Assert.NotNull(taken);
    }

    [Fact]
    public void Dispose_Twice_DoesNotRemoveTheNextOnesFile()
    {
        ProcessLock first = ProcessLock.TryTake(LockFile)!;
        first.Dispose();
        using ProcessLock? second = ProcessLock.TryTake(LockFile);

        first.Dispose();

        Assert.Null(ProcessLock.TryTake(LockFile));
    }

    [UnixFact]
    public void TryTake_ByManyAtOnce_IsHeldByOneAtATime()
    {
        int holders = 0;
        int taken = 0;
        Parallel.For(0, 2000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            using ProcessLock? held = ProcessLock.TryTake(LockFile);
            if (held is null) return;
            Assert.Equal(1, Interlocked.Increment(ref holders));
            Interlocked.Increment(ref taken);
            Interlocked.Decrement(ref holders);
        });

        Assert.InRange(taken, 1, 2000);
    }
}
