using System.Globalization;
using PdnColorize.DaemonWithTestEngine;
using PdnColorize.Host.Serving;
using PdnColorize.Host.Settings;
using PdnColorize.Protocol.Runtime;

// The daemon as it ships, with a TestEngine in the place of the networks. Takes what the client gives to 'pdncolorize': serve --background, and --idle-minutes.
// Two more programs for tests that need them as processes: 'call MODEL' and 'stranger SOCKET FILE...'.
switch (args)
{
    case ["call", var model]:
        return await CallerToKill.RunAsync(model);
    case ["stranger", var socket, .. var files]:
        return Stranger.Run(socket, files);
}

int idle = Array.IndexOf(args, "--idle-minutes");
DaemonOptions options = new()
{
    IdleMinutes = idle >= 0 ? double.Parse(args[idle + 1], CultureInfo.InvariantCulture) : 5,
    LogFolder = Environment.GetEnvironmentVariable("PDNCOLORIZE_LOGFOLDER"),
};
using CancellationTokenSource stop = new();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
bool ran = await DaemonHost.RunAsync(DaemonAddress.OfInstallation(AppContext.BaseDirectory), options, _ => new TestEngine(), stop.Token);
return ran ? 0 : ServeExitCode.AlreadyRunning;
