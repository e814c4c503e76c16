using System.CommandLine;
using System.CommandLine.Parsing;
using PdnColorize.Client;
using PdnColorize.Host.Coloring;
using PdnColorize.Protocol.Errors;

namespace PdnColorize.Host.Commands;

/// <summary>pdncolorize stop: ends the daemon.</summary>
internal static class StopCommand
{
    private const double LongestWait = 24 * 60 * 60;

    public static Command Create()
    {
        Option<double> wait = new("--wait")
        {
            Description = "Seconds to wait for the daemon to finish the picture that it colours.",
            HelpName = "SECONDS",
            DefaultValueFactory = _ => new DaemonWaits().Shutdown.TotalSeconds,
        };
        wait.Validators.Add(RefuseNoTime);
        Option<bool> now = new("--now") { Description = "Cancel the picture that it colours." };
        Command command = new("stop", "Ends the daemon: the picture that it colours is finished first. Does nothing when none runs.") { wait, now };
        command.SetAction((parsed, cancellationToken) => Run(TimeSpan.FromSeconds(parsed.GetValue(wait)), parsed.GetValue(now), cancellationToken));
        return command;
    }

    private static async Task<int> Run(TimeSpan wait, bool now, CancellationToken cancellationToken)
    {
        using DaemonClient client = DaemonClients.Create(new DaemonWaits { Shutdown = wait });
        try
        {
            bool ended = await client.ShutdownAsync(finishRunningJob: !now, cancellationToken);
            if (ended)
            {
                Console.Out.WriteLine("The daemon has ended.");
                return ExitCode.Done;
            }

            Console.Error.WriteLine("The daemon is still busy with a picture and will end after it. Wait longer with --wait, or cancel the picture with --now.");
            return ExitCode.StillRunning;
        }
        catch (DaemonException e) when (e.Code == DaemonErrorCode.DaemonNotRunning)
        {
            Console.Out.WriteLine("No daemon runs.");
            return ExitCode.Done;
        }
    }

    private static void RefuseNoTime(OptionResult option)
    {
        double seconds = option.GetValueOrDefault<double>();
        if (!(seconds is >= 0 and <= LongestWait)) option.AddError($"{option.Option.Name} takes 0 to {LongestWait} seconds.");
    }
}
