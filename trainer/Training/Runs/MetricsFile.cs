using System.Globalization;
using PdnColorize.Training.Losses;
using PdnColorize.Training.Validation;

namespace PdnColorize.Training.Runs;

/// <summary>The curves of a run as a table: a line every few steps, and one for each validation.</summary>
/// <remarks>A table that an earlier version began keeps its columns; those that it lacks are added.</remarks>
internal sealed class MetricsFile
{
    private static readonly string[] Columns =
    [
        MetricsTable.Stage, MetricsTable.Step, "seconds", "learningRate", "total", "reconstruction", "hint", "locality", "adversarial", "discriminator", "gradientNorm",
        "picturesPerSecond", "waitedShare", .. ValidationResult.HintCounts.Select(MetricsTable.Psnr),
    ];

    private readonly string _path;
    private readonly IReadOnlyList<string> _columns;
    private readonly List<StepReport> _sinceLast = [];

    /// <summary>Lines that could not be written yet.</summary>
    private readonly List<string> _waiting = [];

    /// <param name="path">The file; begun if it is not there.</param>
    /// <exception cref="TrainingException">It is another table.</exception>
    public MetricsFile(string path)
    {
        _path = path;
        if (!File.Exists(path)) Replace([string.Join(',', Columns)]);
        MetricsTable table = MetricsTable.Read(path);
        _columns = [.. table.Columns, .. Columns.Except(table.Columns)];
        string added = new(',', _columns.Count - table.Columns.Count);
        if (added.Length > 0) Replace([string.Join(',', _columns), .. table.Lines.Select(line => line + added)]);
    }

    /// <summary>When lines could not be written, with the reason; they are tried again with the next.</summary>
    public event EventHandler<string>? Failed;

    /// <summary>Removes what a resumed stage will write again.</summary>
    /// <param name="stage">The stage, 1 or 2.</param>
    /// <param name="afterStep">Its last step that is kept; -1 keeps nothing of it.</param>
    public void Forget(int stage, long afterStep)
    {
        MetricsTable table = MetricsTable.Read(_path);
        Replace([string.Join(',', _columns), .. table.Lines.Where((_, i) => !IsAfter(table, i, stage, afterStep))]);
    }

    /// <summary>Adds a step; every few steps their mean is written.</summary>
    public void Add(StepReport report, int every)
    {
        _sinceLast.Add(report);
        if (report.Step % every != 0 && report.Step != report.Steps) return;
        LossParts[] losses = [.. _sinceLast.Select(step => step.Losses)];
        Append(report.Stage, report.Step, new Dictionary<string, double>
        {
            ["seconds"] = report.Seconds,
            ["learningRate"] = report.LearningRate,
            ["total"] = losses.Average(l => l.Total),
            ["reconstruction"] = losses.Average(l => l.Reconstruction),
            ["hint"] = losses.Average(l => l.Hint),
            ["locality"] = losses.Average(l => l.Locality),
            ["adversarial"] = losses.Average(l => l.Adversarial),
            ["discriminator"] = losses.Average(l => l.Discriminator),
            ["gradientNorm"] = _sinceLast.Average(step => step.GradientNorm),
            ["picturesPerSecond"] = report.PicturesPerSecond,
            ["waitedShare"] = report.WaitedShare,
        });
        _sinceLast.Clear();
    }

    /// <summary>Adds a validation.</summary>
    public void Add(ValidationReport report) =>
        Append(report.Stage, report.Step, report.Result.Psnr.ToDictionary(entry => MetricsTable.Psnr(entry.Key), entry => entry.Value));

    private void Append(int stage, long step, Dictionary<string, double> values)
    {
        (values[MetricsTable.Stage], values[MetricsTable.Step]) = (stage, step);
        _waiting.Add(string.Join(',', _columns.Select(column => values.TryGetValue(column, out double value) ? Text(value) : "")));
        try
        {
            string names = File.Exists(_path) ? "" : string.Join(',', _columns) + "\n";
            File.AppendAllText(_path, names + string.Concat(_waiting.Select(line => line + "\n")));
            _waiting.Clear();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A table that another program holds is no reason to end a training of many hours.
            Failed?.Invoke(this, $"The curves cannot be written: {e.Message} Training goes on, and they follow when they can be.");
        }
    }

    // Steps beyond a million are whole numbers as well.
    private static string Text(double value) => value.ToString(value == Math.Floor(value) ? "F0" : "G6", CultureInfo.InvariantCulture);

    private void Replace(IEnumerable<string> lines)
    {
        string temporary = _path + ".tmp";
        File.WriteAllText(temporary, string.Concat(lines.Select(line => line + "\n")));
        File.Move(temporary, _path, overwrite: true);
    }

    private static bool IsAfter(MetricsTable table, int row, int stage, long step) =>
        table.At(row, MetricsTable.Stage) is { } itsStage
        && table.At(row, MetricsTable.Step) is { } itsStep
        && itsStage == stage
        && itsStep > step;
}
