using System.Text.Json;
using PdnColorize.Host.Logging;
using PdnColorize.Protocol.Errors;
using PdnColorize.Tests.Time;

namespace PdnColorize.Host.Tests.Logging;

/// <summary>What a log line looks like, and that logs stay small.</summary>
public sealed class FileLoggerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _logs;

    public FileLoggerTests() => _logs = _folder.Folder("logs");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Log_Entry_IsOneJsonObjectALine()
    {
        using (FileLoggerProvider provider = new(new RollingFile(_logs, 1 << 20, 2), new ManualTime()))
            Host.Log.JobFailed(provider.CreateLogger("A.B.Queue"), 7, DaemonErrorCode.Busy);

        JsonElement entry = JsonDocument.Parse(Assert.Single(Lines("daemon.log"))).RootElement;

        Assert.Equal("1970-01-01T00:00:00.000Z", entry.GetProperty("time").GetString());
        Assert.Equal("Warning", entry.GetProperty("level").GetString());
        Assert.Equal("Queue", entry.GetProperty("category").GetString());
        Assert.Equal("JobFailed", entry.GetProperty("event").GetString());
        Assert.Equal(7, entry.GetProperty("job").GetInt64());
        Assert.Equal("Busy", entry.GetProperty("code").GetString());
    }

    [Fact]
    public void Log_HomeFolderInException_IsLeftOut()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        using (FileLoggerProvider provider = new(new RollingFile(_logs, 1 << 20, 2), new ManualTime()))
            Host.Log.Unexpected(provider.CreateLogger("X"), new IOException($"{home}/drawings/cat.png is gone."));

        string line = Assert.Single(Lines("daemon.log"));

        Assert.DoesNotContain(home, line, StringComparison.Ordinal);
        Assert.Contains("~/drawings", line, StringComparison.Ordinal);
    }

    [Fact]
    public void WriteLine_FilesFull_KeepsTheNewestOnly()
    {
        using RollingFile file = new(_logs, maximumBytes: 100, files: 3);
        for (int i = 0; i < 100; i++) file.WriteLine($"line {i:000} ----------------");

        Assert.Equal(["daemon.1.log", "daemon.2.log", "daemon.log"], Directory.GetFiles(_logs).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("line 099 ----------------", Lines("daemon.log")[^1]);
        Assert.All(Directory.GetFiles(_logs), path => Assert.InRange(new FileInfo(path).Length, 1, 100));
    }

    [Fact]
    public void WriteLine_FolderCannotBeMade_IsSwallowed()
    {
        string blocked = _folder["file"];
        File.WriteAllText(blocked, "");
        using RollingFile file = new(Path.Combine(blocked, "logs"), 100, 2);

        file.WriteLine("lost");
    }

    private string[] Lines(string name) => File.ReadAllLines(Path.Combine(_logs, name));
}
