using System.Diagnostics;
using PdnColorize.Protocol.Runtime;
using PdnColorize.TestDaemon;

// Arguments: the scenario, and a file to note in what happens.
Scenario scenario = Enum.Parse<Scenario>(args[0]);
Notebook notes = new(args[1]);
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
