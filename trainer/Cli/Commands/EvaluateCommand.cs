using System.CommandLine;
using PdnColorize.Colorization.Devices;
using PdnColorize.Trainer.Commands.Evaluation;
using PdnColorize.Training;
using PdnColorize.Training.Evaluation;
using PdnColorize.Training.Evaluation.Reports;

namespace PdnColorize.Trainer.Commands;

/// <summary>pdncolorize-train evaluate: measures models on drawings whose colours are known.</summary>
internal static class EvaluateCommand
{
    private const string All = "all";
    private const string None = "none";

    private static readonly Option<string[]> Models = new("--model")
    {
        Description = "A model folder; may be given several times.",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<string?> Before = new("--before") { Description = "An earlier model's folder, for the contact sheets alone." };
    private static readonly Option<string[]> Data = new("--data")
    {
        Description = "What to evaluate on: a folder that 'dataset build' wrote, or one with pairs NAME_line.png and NAME_color.png; may be given several times.",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> PairsIndex = new("--pairs-index")
    {
        Description = "A CSV file with the columns name and split: pairs that it gives another split than val are left out.",
    };

    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = $"A folder for {EvaluationFiles.JsonName}, {EvaluationFiles.HtmlName} and contact sheets.",
    };

    private static readonly Option<int?> PerSource = new("--per-source") { Description = "Pictures of each source; as many as make about 100 drawings unless set." };
    private static readonly Option<string> Kinds = new("--kinds")
    {
        Description = $"With which lines: {All}, or some of {string.Join(",", LineKinds.All.Select(LineKinds.NameOf))}.",
        DefaultValueFactory = _ => All,
    };

    private static readonly Option<string> Baselines = new("--baselines")
    {
        Description = $"What the models are compared with: {All}, {None}, or some of {string.Join(",", Enum.GetNames<Baseline>()).ToLowerInvariant()}.",
        DefaultValueFactory = _ => All,
    };

    private static readonly Option<bool> Quick = new("--quick") { Description = "Leaves out locality, line robustness and Hint-AUC." };
    private static readonly Option<bool> WithLines = new("--with-lines")
    {
        Description = "Lays the lines over every result before it is compared with the original; with false, colours alone are compared.",
        DefaultValueFactory = _ => true,
    };

    private static readonly Option<string> Device = new("--device") { Description = "auto, cpu, cuda or cuda:N.", DefaultValueFactory = _ => "auto" };

    public static Command Create()
    {
        Command command = new("evaluate", "Measures models on drawings whose colours are known, beside simple baselines.")
        {
            Models, Before, Data, PairsIndex, Output, PerSource, Kinds, Baselines, Quick, WithLines, Device,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        string? folder = parsed.GetValue(Output);
        EvaluationOptions options = new()
        {
            Models = parsed.GetValue(Models)!,
            Before = parsed.GetValue(Before),
            Data = parsed.GetValue(Data)!,
            PairsIndex = parsed.GetValue(PairsIndex),
            PerSource = parsed.GetValue(PerSource),
            Kinds = Parse(parsed.GetValue(Kinds)!, LineKinds.All, "kind of lines"),
            Baselines = parsed.GetValue(Baselines) is None ? [] : Parse(parsed.GetValue(Baselines)!, Enum.GetValues<Baseline>(), "baseline"),
            Quick = parsed.GetValue(Quick),
            WithLines = parsed.GetValue(WithLines),
        };
        // Nobody would see them.
        if (folder is null) options = options with { ContactDrawings = 0 };
        ComputeDevice device = ComputeDevice.Parse(parsed.GetValue(Device)!);
        if (folder is not null) EvaluationFiles.Prepare(folder);
        try
        {
            EvaluationReport report = EvaluationProgressBar.Run(progress => Evaluator.Run(options, device, progress, cancellationToken));
            EvaluationTables.Write(report);
            if (folder is null) return ExitCode.Done;
            EvaluationFiles.Write(folder, report);
            Console.Out.WriteLine($"Wrote {EvaluationFiles.JsonName}, {EvaluationFiles.HtmlName} and {report.ContactSheets.Count} contact sheets to {folder}.");
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            Console.Out.WriteLine("Cancelled; nothing was written.");
            return ExitCode.Cancelled;
        }
    }

    private static T[] Parse<T>(string text, IReadOnlyList<T> values, string what)
        where T : struct, Enum
    {
        if (text == All) return [.. values];
        return [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name =>
            values.Cast<T?>().FirstOrDefault(value => name.Equals(value.ToString(), StringComparison.OrdinalIgnoreCase))
            ?? throw new TrainingException($"There is no {what} '{name}'. Use {All}, or some of {string.Join(",", values).ToLowerInvariant()}."))];
    }
}
