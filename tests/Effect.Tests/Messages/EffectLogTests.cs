using PdnColorize.Effect.Messages;

namespace PdnColorize.Effect.Tests.Messages;

public sealed class EffectLogTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("log");

    private string Logs => Path.Combine(_folder.FullName, "logs");

    private string Current => Path.Combine(Logs, "effect.log");

    [Fact]
    public void Add_AnException_SaysWhenWhatAndWhere()
    {
        Log().Add(Thrown("The moon is full."));

        string text = File.ReadAllText(Current);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT", text);
        Assert.Contains("System.InvalidOperationException: The moon is full.", text, StringComparison.Ordinal);
        Assert.Contains(nameof(Thrown), text, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_LayersName_IsNotWritten()
    {
        Log().Add(new EffectException("error.layerMissing", ("layer", "my secret")));

        string text = File.ReadAllText(Current);
        Assert.Contains("error.layerMissing", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_TheUsersFolder_IsWrittenWithoutTheUsersName()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

        Log().Add(new IOException($"No file {Path.Combine(home, "thing")}."));

        Assert.Contains("~" + Path.DirectorySeparatorChar + "thing", File.ReadAllText(Current), StringComparison.Ordinal);
    }

    [Fact]
    public void Add_AgainAndAgain_KeepsTheNewestAndStaysSmall()
    {
        EffectLog log = Log(maxBytes: 5000);

        for (int i = 0; i < 200; i++) log.Add(new IOException($"number {i}."));

        Assert.Contains("number 199.", File.ReadAllText(Current), StringComparison.Ordinal);
        Assert.Equal(["effect.1.log", "effect.log"], Directory.GetFiles(Logs).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.All(Directory.GetFiles(Logs), path => Assert.InRange(new FileInfo(path).Length, 1, 6000));
    }

    [Fact]
    public void Add_AnEndlessMessage_IsCut()
    {
        Log().Add(new IOException(new string('x', 10_000_000)));

        Assert.InRange(new FileInfo(Current).Length, 30_000, 40_000);
    }

    [Fact]
    public void Add_WhereNoFolderCanBe_DoesNotThrow()
    {
        File.WriteAllText(Logs, "a file in the way");
        EffectLog log = Log();

        log.CreateFolder();
        log.Add(new IOException());

        Assert.Equal("a file in the way", File.ReadAllText(Logs));
    }

    [Fact]
    public void CreateFolder_NotThereYet_MakesIt()
    {
        Log().CreateFolder();

        Assert.True(Directory.Exists(Logs));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private EffectLog Log(long maxBytes = 100_000) => new(Logs, maxBytes);

    private static InvalidOperationException Thrown(string message)
    {
        try
        {
            throw new InvalidOperationException(message);
        }
        catch (InvalidOperationException e)
        {
            return e;
        }
    }
}
