using System.Globalization;
using System.Runtime.Versioning;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Pixels;
using PdnColorize.Protocol.Tests.Runtime;
using PdnColorize.Tests.Platforms;

namespace PdnColorize.Protocol.Tests.Pixels;

/// <summary>What shared memory on Linux is made of: files.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class FilePixelMemoryTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [UnixFact]
    public void Create_ItsFileAndFolder_AreTheOwnersAlone()
    {
        using IPixelMemory memory = PixelMemory.Create(8);
        string file = FileOf(memory.Name);

        Assert.Equal(OwnerOnly, File.GetUnixFileMode(file));
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(file)!));
    }

    [UnixFact]
    public void Dispose_OfTheCreator_RemovesTheFile()
    {
        IPixelMemory memory = PixelMemory.Create(8);
        string file = FileOf(memory.Name);

        memory.Dispose();

        Assert.False(File.Exists(file));
    }

    [UnixFact]
    public void Dispose_LargeMemory_ItsNameIsGoneAtOnceAndItsFileClosedSoon()
    {
        IPixelMemory memory = PixelMemory.Create(20_000_000);
        string file = FileOf(memory.Name);
        Assert.True(IsOpenHere(memory.Name));

        memory.Dispose();

        Assert.False(File.Exists(file));
        FileClosing.Wait();
        Assert.False(IsOpenHere(memory.Name));
    }

    [UnixFact]
    public void Prepare_NewMemory_TakesItsRoomAndNoMore()
    {
        using IPixelMemory memory = PixelMemory.Create(20_000_000);
        Assert.Equal(0, KilobytesOf(memory.Name));

        memory.Prepare(CancellationToken.None);

        // Whole pages of 4 KiB; where pages are larger, or the folder is on a disk, a little more.
        Assert.InRange(KilobytesOf(memory.Name), 19_532, 20_500);
        Assert.Equal(20_000_000, new FileInfo(FileOf(memory.Name)).Length);
    }

    [UnixFact]
    public void Prepare_Cancelled_TakesNothing()
    {
        using IPixelMemory memory = PixelMemory.Create(20_000_000);

        memory.Prepare(new CancellationToken(canceled: true));

        Assert.Equal(0, KilobytesOf(memory.Name));
    }

    [UnixFact]
    public void Prepare_AfterTheOtherSideCutTheFileShort_DoesNotMakeItLonger()
    {
        using IPixelMemory memory = PixelMemory.Create(20_000_000);
        using (FileStream file = new(FileOf(memory.Name), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite)) file.SetLength(10);

        memory.Prepare(CancellationToken.None);

        AssertUnavailable(() => memory.Read(0, new byte[11]));
    }

    [UnixFact]
    public void Open_FileThatOthersMayRead_IsRefused()
    {
        using IPixelMemory memory = PixelMemory.Create(8);
        File.SetUnixFileMode(FileOf(memory.Name), OwnerOnly | UnixFileMode.OtherRead);

        AssertUnavailable(() => PixelMemory.Open(memory.Name));
    }

    [RootFact]
    public void Open_FileOfAnotherUser_IsRefused()
    {
        using IPixelMemory memory = PixelMemory.Create(8);
        Programs.Run("chown", "65534", FileOf(memory.Name));

        AssertUnavailable(() => PixelMemory.Open(memory.Name));
    }

    [UnixFact]
    public void Open_AFolderInPlaceOfTheFile_IsRefused()
    {
        using IPixelMemory memory = PixelMemory.Create(8);
        string folder = FileOf(memory.Name).Replace(memory.Name, new string('e', 32), StringComparison.Ordinal);
        Directory.CreateDirectory(folder);
        try
        {
            AssertUnavailable(() => PixelMemory.Open(new string('e', 32)));
        }
        finally
        {
            Directory.Delete(folder);
        }
    }

    [UnixFact]
    public void Read_AfterTheOtherSideCutTheFileShort_IsAnErrorAndNoCrash()
    {
        // Had the file been mapped, touching it now would end the process.
        using IPixelMemory memory = PixelMemory.Create(20_000_000);
        using IPixelMemory theirs = PixelMemory.Open(memory.Name);
        using (FileStream file = new(FileOf(memory.Name), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite)) file.SetLength(10);

        AssertUnavailable(() => theirs.Read(0, new byte[20_000_000]));
    }

    [UnixFact]
    public void RemoveAbandoned_FilesOfDeadProcesses_GoAndThoseInUseStay()
    {
        using IPixelMemory inUse = PixelMemory.Create(8);
        string used = FileOf(inUse.Name);
        string abandoned = used.Replace(inUse.Name, new string('d', 32), StringComparison.Ordinal);
        string young = used.Replace(inUse.Name, new string('c', 32), StringComparison.Ordinal);
        File.WriteAllBytes(abandoned, [1]);
        File.WriteAllBytes(young, [1]);
        File.SetLastWriteTimeUtc(used, DateTime.UtcNow.AddHours(-1));
        File.SetLastWriteTimeUtc(abandoned, DateTime.UtcNow.AddHours(-1));
        try
        {
            Assert.True(PixelMemory.RemoveAbandoned() >= 1);

            Assert.True(File.Exists(used));
            Assert.False(File.Exists(abandoned));
            // It may be one that is being created this very moment.
            Assert.True(File.Exists(young));
        }
        finally
        {
            File.Delete(young);
        }
    }

    private static string FileOf(string name) => PixelFolders.All().Select(folder => Path.Combine(folder, name + ".pixels")).First(File.Exists);

    private static bool IsOpenHere(string name) => Directory.EnumerateFiles("/proc/self/fd").Any(link => new FileInfo(link).LinkTarget?.Contains(name, StringComparison.Ordinal) == true);

    private static int KilobytesOf(string name) =>
        int.Parse(Programs.Read("du", "-k", FileOf(name)).Split('\t')[0], CultureInfo.InvariantCulture);

    private static void AssertUnavailable(Action action) =>
        Assert.Equal(DaemonErrorCode.PixelsUnavailable, Assert.Throws<DaemonException>(action).Code);
}
