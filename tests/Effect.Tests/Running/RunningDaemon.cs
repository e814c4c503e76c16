using System.Diagnostics;
using PdnColorize.Client;
using PdnColorize.Client.Starting;
using PdnColorize.Protocol.Runtime;
using PdnColorize.TestDaemon;

namespace PdnColorize.Effect.Tests.Running;

/// <summary>
/// A test daemon that the effects of this process call: it answers each drawing with its opposite, and notes what it was asked for. Ends with the test.
/// </summary>
internal sealed class RunningDaemon : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("effect");
    private readonly DaemonClient _client;
    private readonly string _instance = Guid.NewGuid().ToString("N");
    private readonly int _process;

    private RunningDaemon(Scenario scenario)
    {
        Environment.SetEnvironmentVariable(DaemonLocator.PathVariable, Executable);
        Environment.SetEnvironmentVariable(DaemonAddress.InstanceVariable, _instance);
        Environment.SetEnvironmentVariable(UserFolder.LogsVariable, Path.Combine(_folder.FullName, "logs"));
        _client = new DaemonClient(new DaemonClientOptions
        {
            ClientName = "test",
            DaemonPath = Executable,
            DaemonArguments = [scenario.ToString(), RecordPath],
            Instance = _instance,
            Waits = new DaemonWaits { Start = TimeSpan.FromSeconds(60), Hello = TimeSpan.FromSeconds(30), Connect = TimeSpan.FromSeconds(5) },
        });
        _process = _client.ConnectAsync().GetAwaiter().GetResult().ProcessId;
    }

    private static string Executable { get; } = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "TestDaemon.exe" : "TestDaemon");

    private string RecordPath => Path.Combine(_folder.FullName, "record");

    public static RunningDaemon Start(Scenario scenario = Scenario.Good) => new(scenario);

    /// <summary>What the daemon noted under a word, in order.</summary>
    public IReadOnlyList<string> Notes(string word) => NotebookReader.Read(RecordPath, word);

    /// <summary>Waits for a note.</summary>
    public bool WaitFor(string word, TimeSpan limit)
    {
        long began = Stopwatch.GetTimestamp();
        while (Notes(word).Count == 0)
        {
            if (Stopwatch.GetElapsedTime(began) > limit) return false;
            Thread.Sleep(20);
        }

        return true;
    }

    public void Dispose()
    {
        _client.Dispose();
        try
        {
            using Process process = Process.GetProcessById(_process);
            process.Kill();
            process.WaitForExit();
        }
        catch (ArgumentException)
        {
            // The test had it end.
        }

        _folder.Delete(recursive: true);
        if (OperatingSystem.IsWindows()) return;
        // A daemon that was killed cannot tidy up, and no other will ever have this address.
        DaemonAddress address = DaemonAddress.OfInstallation(Path.GetDirectoryName(Executable)!, _instance);
        File.Delete(address.PipeName);
        File.Delete(address.DaemonLock);
    }
}
