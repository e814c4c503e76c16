using System.Globalization;
using PdnColorize.Training;
using PdnColorize.Training.Losses;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PdnColorize.Trainer.Commands.Training;

/// <summary>What the panel of a training shows: a bar for the stage, the losses, the pace, the last validation.</summary>
internal sealed class TrainingPanelView
{
    /// <summary>Losses jump from step to step; those shown follow about the last twenty.</summary>
    private const double Decay = 0.95;

    private StepReport? _step;
    private LossParts? _losses;
    private ValidationReport? _validation;
    private double? _best;

    /// <summary>What is being done; empty for nothing.</summary>
    public string State { get; set; } = "preparing the first pictures ...";

    /// <summary>Whether the training was told to end: the state stays as it is then.</summary>
    public bool IsEnding { get; set; }

    /// <summary>Takes note of a step.</summary>
    public void Add(StepReport report)
    {
        // A new stage has other losses, and other validations.
        if (_step?.Stage != report.Stage) (_losses, _validation, _best) = (null, null, null);
        _step = report;
        _losses = _losses is null ? report.Losses : new LossParts(
            Follow(_losses.Total, report.Losses.Total),
            Follow(_losses.Reconstruction, report.Losses.Reconstruction),
            Follow(_losses.Hint, report.Losses.Hint),
            Follow(_losses.Locality, report.Losses.Locality),
            Follow(_losses.Adversarial, report.Losses.Adversarial),
            Follow(_losses.Discriminator, report.Losses.Discriminator));
        if (!IsEnding) State = "training; Ctrl+C saves and ends";
    }

    /// <summary>Takes note of a validation.</summary>
    public void Add(ValidationReport report)
    {
        _validation = report;
        if (report.IsBest) _best = report.Result.Score;
    }

    /// <summary>The panel as it is now.</summary>
    public IRenderable Render()
    {
        if (_step is not { } step || _losses is not { } losses) return new Markup($"[dim]{State}[/]");
        Grid head = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn().AddColumn(new GridColumn().NoWrap());
        head.AddRow(
            new Markup(Text($"[bold]Stage {step.Stage}[/]  step {step.Step:N0} of {step.Steps:N0}")),
            new BreakdownChart().HideTags().AddItem("done", step.Step, Color.Blue).AddItem("left", Math.Max(0, step.Steps - step.Step), Color.Grey27),
            new Markup(Text($"{(double)step.Step / step.Steps:P0}  [bold]{Left(step.Remaining)}[/] left")));
        List<IRenderable> rows = [head, Table(step, losses)];
        if (_validation is { } validation) rows.Add(new Markup(Text($"Last validation: [bold]{validation.Result.Score:F2} dB[/] at step {validation.Step:N0}{Best(validation)}")));
        if (State.Length > 0) rows.Add(new Markup($"[dim]{State}[/]"));
        return new Rows(rows);
    }

    private static Table Table(StepReport step, LossParts losses)
    {
        List<(string Name, string Value)> cells =
        [
            ("loss", Text($"{losses.Total:F4}")), ("picture", Text($"{losses.Reconstruction:F4}")), ("hints", Text($"{losses.Hint:F4}")),
        ];
        if (losses.Locality != 0) cells.Add(("locality", Text($"{losses.Locality:F4}")));
        if (step.Losses.Discriminator != 0) cells.AddRange([("adversarial", Text($"{losses.Adversarial:F3}")), ("discriminator", Text($"{losses.Discriminator:F3}"))]);
        cells.AddRange(
        [
            ("rate", Text($"{step.LearningRate:G3}")), ("pictures/s", Text($"{step.PicturesPerSecond:F1}")), ("waited", Text($"{step.WaitedShare:P0}")),
            ("memory", Text($"{Environment.WorkingSet >> 20:N0} MiB")),
        ]);
        Table table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach ((string name, _) in cells) table.AddColumn(new TableColumn($"[dim]{name}[/]").RightAligned());
        return table.AddRow([.. cells.Select(cell => cell.Value)]);
    }

    private string Best(ValidationReport validation) =>
        validation.IsBest ? ", the best so far" : _best is { } best ? Text($"; the best was {best:F2} dB") : "";

    private static double Follow(double average, double value) => (Decay * average) + ((1 - Decay) * value);

    private static string Left(TimeSpan time) => time.TotalDays >= 1 ? Text($"{time.Days} d {time:hh\\:mm}") : Text($"{time:hh\\:mm\\:ss}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
