using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using PdnColorize.Client;
using PdnColorize.Host.Coloring;
using PdnColorize.Protocol;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;
using Spectre.Console;

namespace PdnColorize.Host.Commands;

/// <summary>pdncolorize status: how the daemon is.</summary>
internal static class StatusCommand
{
    private const double BytesInMegabyte = 1 << 20;

    public static Command Create()
    {
        Option<bool> json = new("--json") { Description = "Print one JSON object; {\"running\": false} when no daemon runs." };
        Command command = new("status", "Shows whether the daemon runs, with which device and model, its memory, queue, uptime and last error. Exit code 8 when none runs.") { json };
        command.SetAction((parsed, cancellationToken) => Run(parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> Run(bool json, CancellationToken cancellationToken)
    {
        using DaemonClient client = DaemonClients.Create();
        try
        {
            StatusResponse status = await client.GetStatusAsync(cancellationToken);
            if (json) Console.Out.WriteLine(ToJson(status));
            else Terminal.Output.Write(ToTable(status));
            return ExitCode.Done;
        }
        catch (DaemonException e) when (e.Code == DaemonErrorCode.DaemonNotRunning)
        {
            if (json) Console.Out.WriteLine("{\"running\":false}");
            else Console.Out.WriteLine("No daemon runs. It starts by itself when a picture is coloured.");
            return ExitCode.NotRunning;
        }
    }

    private static string ToJson(StatusResponse status)
    {
        System.Text.Json.Nodes.JsonObject node = JsonSerializer.SerializeToNode(status, ProtocolJson.CreateOptions())!.AsObject();
        node.Insert(0, "running", true);
        return node.ToJsonString();
    }

    private static Table ToTable(StatusResponse status)
    {
        Table table = new Table().AddColumns("Daemon", "").Border(TableBorder.Simple).HideHeaders();
        Row("Build", status.Build);
        Row("Process", Text(status.ProcessId));
        Row("Device", status.Device);
        Row("Model", status.Model ?? "none loaded");
        Row("Memory", Text($"{status.MemoryBytes / BytesInMegabyte:0} MiB"));
        if (status.DeviceMemoryBytes is { } device) Row("GPU memory", Text($"{device / BytesInMegabyte:0} MiB"));
        Row("Queue", Text($"{status.RunningJobs} running, {status.WaitingJobs} waiting"));
        Row("Jobs so far", Text($"{status.FinishedJobs} done, {status.FailedJobs} failed"));
        Row("Connections", Text(status.Connections));
        Row("Uptime", Time(status.UptimeSeconds));
        Row("Ends when idle for", status.IdleLimitSeconds > 0 ? Time(status.IdleLimitSeconds) : "never");
        Row("Last error", status.LastError is { } error ? Text($"{error.Time.ToLocalTime():yyyy-MM-dd HH:mm:ss} ({error.Code}) {error.Message}") : "none");
        return table;

        void Row(string name, string value) => table.AddRow(Markup.Escape(name), Markup.Escape(value));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Time(double seconds) => TimeSpan.FromSeconds(Math.Round(seconds)).ToString("c", CultureInfo.InvariantCulture);
}
