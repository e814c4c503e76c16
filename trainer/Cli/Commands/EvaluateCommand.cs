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

    private static readonly Option<string[]> Data = new("--data")
    {
        Description = "What to evaluate on: a folder that 'dataset build' wrote, or one with pairs NAME_line.png and NAME_color.png; may be given several times.",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> Output = new("--output", "-o") { Description = $"A folder for {EvaluationFiles.JsonName} and {EvaluationFiles.HtmlName}." };
    private static readonly Option<int> PerSource = new("--per-source") { Description = "Pictures of each source.", DefaultValueFactory = _ => 12 };
    private static readonly Option<string> Baselines = new("--baselines")
    {
        Description = $"What the models are compared with: {All}, {None}, or some of {string.Join(",", Enum.GetNames<Baseline>()).ToLowerInvariant()}.",
        DefaultValueFactory = _ => All,
    };

    private static readonly Option<bool> Quick = new("--quick") { Description = "Leaves out locality, line robustness and Hint-AUC." };
    private static readonly Option<bool> WithLines = new("--with-lines") { Description = "Lays the lines over every result before it is compared with the original." };
    private static readonly Option<string> Device = new("--device") { Description = "auto, cpu, cuda or cuda:N.", DefaultValueFactory = _ => "auto" };

    public static Command Create()
    {
        Command command = new("evaluate", "Measures models on drawings whose colours are known, beside simple baselines.")
        {
            Models, Data, Output, PerSource, Baselines, Quick, WithLines, Device,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        EvaluationOptions options = new()
        {
            Models = parsed.GetValue(Models)!,
            Data = parsed.GetValue(Data)!,
            PerSource = parsed.GetValue(PerSource),
            Baselines = ParseBaselines(parsed.GetValue(Baselines)!),
            Quick = parsed.GetValue(Quick),
            WithLines = parsed.GetValue(WithLines),
        };
        ComputeDevice device = ComputeDevice.Parse(parsed.GetValue(Device)!);
        string? folder = parsed.GetValue(Output);
        if (folder is not null) EvaluationFiles.Prepare(folder);
        try
        {
            EvaluationReport report = EvaluationProgressBar.Run(progress => Evaluator.Run(options, device, progress, cancellationToken));
            EvaluationTables.Write(report);
            if (folder is null) return ExitCode.Done;
            EvaluationFiles.Write(folder, report);
            Console.Out.WriteLine($"Wrote {EvaluationFiles.JsonName} and {EvaluationFiles.HtmlName} to {folder}.");
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            Console.Out.WriteLine("Cancelled; nothing was written.");
            return ExitCode.Cancelled;
        }
    }

    private static Baseline[] ParseBaselines(string text)
    {
        if (text == All) return Enum.GetValues<Baseline>();
        if (text == None) return [];
        return [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name =>
            Enum.GetValues<Baseline>().Cast<Baseline?>().FirstOrDefault(baseline => name.Equals(baseline.ToString(), StringComparison.OrdinalIgnoreCase))
            ?? throw new TrainingException($"There is no baseline '{name}'. Use {All}, {None}, or some of {string.Join(",", Enum.GetNames<Baseline>()).ToLowerInvariant()}."))];
    }
}
