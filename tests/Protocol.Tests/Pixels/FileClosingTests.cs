using PdnColorize.Protocol.Pixels;
using PdnColorize.Tests.Platforms;

namespace PdnColorize.Protocol.Tests.Pixels;

public sealed class FileClosingTests
{
    private const long Large = 100_000_000;

    [UnixFact]
    public void Wait_AFileCouldNotBeClosed_TheNextOnesAreAndNothingIsThrown()
    {
        if (OperatingSystem.IsWindows()) return;
        string path = Path.GetTempFileName();
        FileStream next = new(path, FileMode.Open);

        FileClosing.Close(new StubbornFile(path), Large);
        FileClosing.Close(next, Large);
        FileClosing.Wait();

        Assert.True(next.SafeFileHandle.IsClosed);
        File.Delete(path);
    }

    /// <summary>As a file on a network drive that is gone.</summary>
    private sealed class StubbornFile(string path) : FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite)
    {
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing) throw new IOException("The drive is gone.");
        }
    }
}
