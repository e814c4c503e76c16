using System.CommandLine;
using PdnColorize.Host.Diagnostics;
using Spectre.Console;

namespace PdnColorize.Host.Commands;

/// <summary>pdncolorize doctor: says what works, what is missing, and how to get it.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        Command command = new("doctor", "Checks device, libraries and models, and says what is missing and how to get it.");
        command.SetAction(_ => Run());
        return command;
    }

    private static int Run()
    {
        IReadOnlyList<Finding> findings = Examination.Run();
        Table table = new Table().AddColumns("", "Part", "Found").Border(TableBorder.Simple);
        foreach (Finding finding in findings)
        {
            string mark = finding.State == FindingState.Good ? "[green]ok[/]" : "[red]missing[/]";
            table.AddRow(mark, Markup.Escape(finding.Part), Markup.Escape(finding.Found));
        }

        Terminal.Output.Write(table);
        foreach (Finding finding in findings)
            if (finding.Remedy is not null) Console.Out.WriteLine($"{finding.Part}: {finding.Remedy}");
        return findings.All(finding => finding.State != FindingState.Missing) ? ExitCode.Done : ExitCode.Broken;
    }
}
