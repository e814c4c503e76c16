using System.Diagnostics;
using PdnColorize.Protocol.Runtime;
using PdnColorize.TestDaemon;

// Arguments: the scenario, and a file to note in what happens. Started as the effect starts daemons, environment variables say both.
bool isServing = args[0] == "serve";
Scenario scenario = Enum.Parse<Scenario>(isServing ? Environment.GetEnvironmentVariable("PDNCOLORIZE_TEST_SCENARIO")! : args[0]);
Notebook notes = new(isServing ? Environment.GetEnvironmentVariable("PDNCOLORIZE_TEST_RECORD")! : args[1]);
notes.Add($"started {Environment.ProcessId}");
if (scenario == Scenario.DieWhileStarting)
{
    for (int i = 1; i <= 60; i++) Console.Error.WriteLine($"line {i} of 60");
    return 3;
}

if (scenario == Scenario.HangWhileStarting) Thread.Sleep(TimeSpan.FromMinutes(3));
DaemonAddress address = DaemonAddress.OfInstallation(AppContext.BaseDirectory);
using ProcessLock? held = ProcessLock.TryTake(address.DaemonLock);
if (held is null) return ServeExitCode.AlreadyRunning;
if (scenario == Scenario.DieInFirstStart && notes.IsFirst("start")) Process.GetCurrentProcess().Kill();
if (scenario == Scenario.Foreign) ForeignServer.Run(address, notes);
else new Server(address, scenario, notes).Run();
return 0;
