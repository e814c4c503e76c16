using System.Diagnostics;
using System.Globalization;
using PdnColorize.Client;
using PdnColorize.PaintDotNetHost.Plugins;
using PdnColorize.PaintDotNetHost.Sessions;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Runtime;
using PdnColorize.TestDaemon;

namespace PdnColorize.PaintDotNetHost.Tests.Plugin;

/// <summary>
/// The effect as it ships, loaded anew, with a daemon that behaves as told. Which daemon that is goes by environment variables, of which there is one set in a process. Ends its daemons when the test ends.
/// </summary>
internal sealed class InstalledPlugin : IDisposable
{
    private const string PluginVariable = "PDNCOLORIZE_TEST_PLUGIN";
    private const string TestDaemonVariable = "PDNCOLORIZE_TEST_DAEMON";
    private const string EngineDaemonVariable = "PDNCOLORIZE_TEST_ENGINE_DAEMON";
    private const string ScenarioVariable = "PDNCOLORIZE_TEST_SCENARIO";
    private const string RecordVariable = "PDNCOLORIZE_TEST_RECORD";

    /// <summary>Nothing that works takes a tenth of it, also on a busy machine.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>What comes uncalled for comes within this.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("effect");
    private readonly string _daemon;

    private InstalledPlugin(string daemon, EffectHostOptions? options)
    {
        _daemon = daemon;
        Environment.SetEnvironmentVariable("PDNCOLORIZE_DAEMON", daemon);
        Environment.SetEnvironmentVariable("PDNCOLORIZE_INSTANCE", Guid.NewGuid().ToString("N"));
        Environment.SetEnvironmentVariable("PDNCOLORIZE_PATIENCE", "3");
        Environment.SetEnvironmentVariable("PDNCOLORIZE_LOGFOLDER", Logs);
        Environment.SetEnvironmentVariable(RecordVariable, RecordPath);
        Host = new EffectHost(PluginFolder.Load(Environment.GetEnvironmentVariable(PluginVariable) ?? Path.Combine(AppContext.BaseDirectory, "AutoColorize")), options);
    }

    public EffectHost Host { get; }

    /// <summary>What the daemons noted, in order.</summary>
    public IReadOnlyList<string> Record => NotebookReader.Read(RecordPath);

    /// <summary>The folder for log files. Nobody has made it yet.</summary>
    public string Logs => Path.Combine(_folder.FullName, "logs");

    private string RecordPath => Path.Combine(_folder.FullName, "record");

    /// <summary>With a daemon that has no networks and behaves as told.</summary>
    public static InstalledPlugin With(Scenario scenario, EffectHostOptions? options = null)
    {
        Behave(scenario);
        return new InstalledPlugin(Environment.GetEnvironmentVariable(TestDaemonVariable) ?? Beside("TestDaemon"), options);
    }

    /// <summary>With the daemon as it ships, and an engine without networks that obeys the model's name.</summary>
    public static InstalledPlugin WithTestEngine() => new(Environment.GetEnvironmentVariable(EngineDaemonVariable) ?? Beside("DaemonWithTestEngine"), null);

    /// <summary>With nothing where the daemon should be.</summary>
    public static InstalledPlugin WithoutDaemon(EffectHostOptions? options = null) => new(Path.Combine(AppContext.BaseDirectory, "nothing", "here"), options);

    /// <summary>What daemons do that are started from now on.</summary>
    public static void Behave(Scenario scenario) => Environment.SetEnvironmentVariable(ScenarioVariable, scenario.ToString());

    /// <summary>How many notes begin with a word.</summary>
    public int Count(string word) => NotebookReader.Read(RecordPath, word).Count;

    /// <summary>Waits for a note.</summary>
    public void WaitFor(string word)
    {
        long began = Stopwatch.GetTimestamp();
        while (Count(word) == 0)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Limit, $"The daemon noted no '{word}': {string.Join(", ", Record)}");
            Thread.Sleep(10);
        }
    }

    /// <summary>Waits for a number of messages, and a moment longer for one too many.</summary>
    /// <returns>Those there are.</returns>
    public IReadOnlyList<UserMessage> WaitForMessages(int count)
    {
        Host.WaitForMessages(count, Limit);
        return Host.WaitForMessages(count + 1, Moment);
    }

    /// <summary>Ends the daemons that were started, as a crash would.</summary>
    public void KillDaemons()
    {
        foreach (string id in NotebookReader.Read(RecordPath, "started"))
        {
            try
            {
                using Process process = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
                if (!process.ProcessName.Contains("Daemon", StringComparison.Ordinal)) continue;
                process.Kill();
                process.WaitForExit(Limit);
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException)
            {
                // It has ended.
            }
        }
    }

    /// <summary>What must be true after whatever the user did: the host lives, and nothing went wrong that it would show.</summary>
    public void AssertHostIsWell()
    {
        Assert.Equal([], Host.Failures.Select(failure => failure.Text));
        Assert.True(Host.Ui.Answers(Limit));
    }

    public void Dispose()
    {
        Host.Dispose();
        // What the effect still does in the background must not start another one.
        Environment.SetEnvironmentVariable("PDNCOLORIZE_DAEMON", Path.Combine(_folder.FullName, "none"));
        if (Count("started") > 0) KillDaemons();
        else EndDaemon();
        RemoveRuntimeFiles();
        foreach (string name in (string[])["PDNCOLORIZE_DAEMON", "PDNCOLORIZE_INSTANCE", "PDNCOLORIZE_PATIENCE", "PDNCOLORIZE_LOGFOLDER", ScenarioVariable, RecordVariable])
            Environment.SetEnvironmentVariable(name, null);
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A daemon on Windows may hold its files a moment longer.
        }
    }

    /// <summary>A daemon that was killed cannot tidy up, and no other will ever have this address.</summary>
    private void RemoveRuntimeFiles()
    {
        if (OperatingSystem.IsWindows()) return;
        DaemonAddress address = DaemonAddress.OfInstallation(Path.GetDirectoryName(_daemon)!);
        File.Delete(address.PipeName);
        File.Delete(address.DaemonLock);
    }

    /// <summary>Ends a daemon that takes no notes.</summary>
    private void EndDaemon()
    {
        using DaemonClient client = new(new DaemonClientOptions { ClientName = "test", DaemonPath = _daemon });
        try
        {
            Assert.True(client.ShutdownAsync(finishRunningJob: false).GetAwaiter().GetResult());
        }
        catch (DaemonException)
        {
            // There is none, or no more.
        }
    }

    private static string Beside(string name) => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? name + ".exe" : name);
}
