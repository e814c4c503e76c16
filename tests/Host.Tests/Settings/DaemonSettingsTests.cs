using PdnColorize.Host.Settings;

namespace PdnColorize.Host.Tests.Settings;

/// <summary>Where settings come from, which one wins, and what is refused.</summary>
public sealed class DaemonSettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_NothingGiven_HasDefaults()
    {
        DaemonOptions options = DaemonSettings.Read(_folder["none.json"], []);

        Assert.Equal(("default", "auto", 8), (options.Model, options.Device, options.WaitingJobs));
        Assert.Equal(TimeSpan.FromMinutes(30), options.IdleTime);
    }

    [Fact]
    public void Read_FileAndCommandLine_LatterWins()
    {
        string file = Write("""{ "IdleMinutes": 5, "Device": "cpu" }""");

        DaemonOptions options = DaemonSettings.Read(file, [new("IdleMinutes", "0.5")]);

        Assert.Equal((0.5, "cpu"), (options.IdleMinutes, options.Device));
    }

    [Fact]
    public void Read_Environment_WinsOverFile()
    {
        string file = Write("""{ "LogFiles": 3 }""");
        Environment.SetEnvironmentVariable("PDNCOLORIZE_LOGFILES", "4");
        try
        {
            Assert.Equal(4, DaemonSettings.Read(file, []).LogFiles);
        }
        finally
        {
            Environment.SetEnvironmentVariable("PDNCOLORIZE_LOGFILES", null);
        }
    }

    [Fact]
    public void IdleTime_Zero_IsNever() => Assert.Equal(Timeout.InfiniteTimeSpan, new DaemonOptions { IdleMinutes = 0 }.IdleTime);

    [Theory]
    [InlineData("Model", "../elsewhere")]
    [InlineData("Device", "gpu")]
    [InlineData("Device", "cuda:x")]
    [InlineData("IdleMinutes", "-1")]
    [InlineData("IdleMinutes", "NaN")]
    [InlineData("IdleMinutes", "soon")]
    [InlineData("WaitingJobs", "0")]
    [InlineData("Connections", "100000")]
    [InlineData("LogLevel", "Loud")]
    [InlineData("LogLevel", "3")]
    public void Read_ValueOutOfRange_IsRefusedByName(string name, string value)
    {
        UsageException error = Assert.Throws<UsageException>(() => DaemonSettings.Read(_folder["none.json"], [new(name, value)]));

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FileIsNotJson_SaysWhichFile()
    {
        string file = Write("{ idle");

        Assert.Contains(file, Assert.Throws<UsageException>(() => DaemonSettings.Read(file, [])).Message, StringComparison.Ordinal);
    }

    private string Write(string json)
    {
        string file = _folder["daemon.json"];
        File.WriteAllText(file, json);
        return file;
    }
}
