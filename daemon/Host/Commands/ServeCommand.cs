using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PdnColorize.Host.Engine;
using PdnColorize.Host.Serving;
using PdnColorize.Host.Settings;
using PdnColorize.Protocol.Runtime;

namespace PdnColorize.Host.Commands;

/// <summary>pdncolorize serve: the resident daemon.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        Option<string?> model = new("--model") { Description = "The model used when a request names none.", HelpName = "NAME" };
        Option<string?> device = new("--device") { Description = "Where the networks run: auto, cpu, cuda or cuda:N.", HelpName = "DEVICE" };
        Option<double?> idle = new("--idle-minutes") { Description = "Minutes without work after which the daemon ends; 0 for never. 30 unless set.", HelpName = "MINUTES" };
        Option<string?> logs = new("--log-folder") { Description = "Where the log files go.", HelpName = "FOLDER" };
        Option<string> settings = new("--settings")
        {
            Description = "A JSON file with settings; it need not exist.",
            HelpName = "FILE",
            DefaultValueFactory = _ => DaemonSettings.DefaultFile,
        };
        Option<bool> background = new("--background") { Description = "Cut loose from the terminal; what callers use.", Hidden = true };
        foreach (Option option in (Option[])[model, device, logs, settings]) option.Validators.Add(CommonOptions.RefuseEmptyText);
        Command command = new("serve", "Runs the daemon that colours for Paint.NET and for 'colorize'. Both start it when they need it; it ends by itself when it is idle.")
        {
            model, device, idle, logs, settings, background,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            Dictionary<string, string?> given = [];
            Give(nameof(DaemonOptions.Model), parsed.GetValue(model));
            Give(nameof(DaemonOptions.Device), parsed.GetValue(device));
            Give(nameof(DaemonOptions.IdleMinutes), parsed.GetValue(idle)?.ToString(CultureInfo.InvariantCulture));
            Give(nameof(DaemonOptions.LogFolder), parsed.GetValue(logs));
            if (parsed.GetValue(background)) TerminalSession.Leave();
            return Run(DaemonSettings.Read(parsed.GetRequiredValue(settings), given), cancellationToken);

            void Give(string name, string? value)
            {
                if (value is not null) given[name] = value;
            }
        });
        return command;
    }

    private static async Task<int> Run(DaemonOptions options, CancellationToken cancellationToken)
    {
        DaemonAddress address = DaemonAddress.OfInstallation(AppContext.BaseDirectory);
        bool ran;
        try
        {
            ran = await DaemonHost.RunAsync(
                address, options, services => ActivatorUtilities.CreateInstance<ColorizationEngine>(services, ModelLoading.Store), cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The daemon cannot listen: {e.Message} Another program may have taken its pipe; restart the computer if that does not end.", e);
        }

        if (!ran) await Console.Error.WriteLineAsync("The daemon is running already; 'pdncolorize status' shows how it is.");
        return ran ? ExitCode.Done : ExitCode.AlreadyRunning;
    }
}
