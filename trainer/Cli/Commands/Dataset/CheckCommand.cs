using System.CommandLine;
using System.Globalization;
using PdnColorize.Datasets;
using PdnColorize.Host.Commands;
using Spectre.Console;

namespace PdnColorize.Trainer.Commands.Dataset;

/// <summary>pdncolorize-train dataset check: counts a data set and verifies its files.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        Argument<string> folder = new("SHARDS") { Description = "The data set's folder." };
        Command command = new("check", "Counts what a data set holds and verifies that its files are as they were built.") { folder };
        command.SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed.GetValue(folder)!, cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Run(string folder, CancellationToken cancellationToken)
    {
        DatasetReport report = DatasetCheck.Run(folder, cancellation: cancellationToken);
        Table table = new Table().HideHeaders().Border(TableBorder.None).AddColumns("", "");
        table.AddRow("pictures", Whole(report.Pictures));
        table.AddRow("shards", $"{Whole(report.Shards)}, {report.Bytes >> 20} MiB");
        table.AddRow("groups", Whole(report.Groups));
        table.AddRow("long side", $"{report.LongSide.Least} to {report.LongSide.Greatest} pixels");
        table.AddRow("mean size", $"{report.MeanPixels / 1e6:F2} megapixels");
        table.AddRow("line art", string.Join(", ", report.Extractors.Select(item => $"{item.Value} {item.Key}")));
        // Not the library's own console: that one keeps the output that it found when it was first used.
        Terminal.Output.Write(table);
        DatasetSummary.WriteRejects(report.Rejects);
        foreach (string problem in report.Problems) Console.Error.WriteLine(problem);
        Console.Out.WriteLine(report.Problems.Count == 0 ? "All is well." : "The data set is damaged. Build it again.");
        return report.Problems.Count == 0 ? ExitCode.Done : ExitCode.BadInput;
    }

    private static string Whole(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
