using System.Diagnostics;
using System.Globalization;
using PdnColorize.Protocol.Runtime;
using PdnColorize.TestDaemon;

namespace PdnColorize.Client.Tests;

/// <summary>An address of its own with a daemon that behaves as told. Ends its daemons when the test ends.</summary>
internal sealed class TestInstallation : IDisposable
{
    /// <summary>Names the daemon's executable where it does not lie beside the tests.</summary>
    private const string PathVariable = "PDNCOLORIZE_TEST_DAEMON";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("client");
    private readonly string _instance = Guid.NewGuid().ToString("N");
    private readonly Scenario _scenario;

    public TestInstallation(Scenario scenario) => _scenario = scenario;

    /// <summary>Long enough for a busy machine; a test that expects a limit to pass sets that one.</summary>
    public static DaemonWaits PatientWaits { get; } = new()
    {
        Connect = TimeSpan.FromSeconds(5),
        Start = TimeSpan.FromSeconds(60),
        Hello = TimeSpan.FromSeconds(30),
        Call = TimeSpan.FromSeconds(30),
        Silence = TimeSpan.FromSeconds(60),
        Shutdown = TimeSpan.FromSeconds(30),
    };

    public static string DaemonPath => Environment.GetEnvironmentVariable(PathVariable)
        ?? Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "TestDaemon.exe" : "TestDaemon");

    /// <summary>What the daemons noted, in order.</summary>
    public IReadOnlyList<string> Record => NotebookReader.Read(RecordPath);

    public DaemonAddress Address => DaemonAddress.OfInstallation(Path.GetDirectoryName(DaemonPath)!, _instance);

    private string RecordPath => Path.Combine(_folder.FullName, "record");

    public DaemonClient CreateClient(DaemonWaits? waits = null, string? daemonPath = null) => new(new DaemonClientOptions
    {
        ClientName = "test",
        DaemonPath = daemonPath ?? DaemonPath,
        DaemonArguments = [_scenario.ToString(), RecordPath],
        Instance = _instance,
        Waits = waits ?? PatientWaits,
    });

    /// <summary>The daemon's executable without what belongs to it, in a place of its own.</summary>
    public string CopyExecutable()
    {
        string copy = Path.Combine(_folder.FullName, Path.GetFileName(DaemonPath));
        File.Copy(DaemonPath, copy);
        return copy;
    }

    /// <summary>Notes that begin with a word, without it.</summary>
    public IReadOnlyList<string> Notes(string word) => NotebookReader.Read(RecordPath, word);

    /// <summary>Waits for a note.</summary>
    public async Task WaitForAsync(string word)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(60));
        while (Notes(word).Count == 0) await Task.Delay(20, limit.Token);
    }

    /// <summary>Waits until every daemon that was started has ended.</summary>
    public async Task WaitForEndAsync()
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(60));
        foreach (Process process in Processes())
        {
            using (process) await process.WaitForExitAsync(limit.Token);
        }
    }

    public void Dispose()
    {
        foreach (Process process in Processes())
        {
            using (process)
            {
                process.Kill();
                process.WaitForExit();
            }
        }

        _folder.Delete(recursive: true);
        if (OperatingSystem.IsWindows()) return;
        // A daemon that was killed cannot tidy up, and no other will ever have this address.
        File.Delete(Address.PipeName);
        File.Delete(Address.DaemonLock);
    }

    private IEnumerable<Process> Processes()
    {
        foreach (string id in Notes("started"))
        {
            Process? process = null;
            try
            {
                process = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
            }
            catch (ArgumentException)
            {
                // It has ended.
            }

            if (process is not null) yield return process;
        }
    }
}
