using System.Globalization;
using PdnColorize.Training.Losses;

namespace PdnColorize.Training.Runs;

/// <summary>The curves of a run as a table: a line every few steps, and one for each validation.</summary>
internal sealed class MetricsFile
{
    private const string Header =
        "stage,step,seconds,learningRate,total,reconstruction,hint,adversarial,discriminator,gradientNorm,picturesPerSecond,waitedShare,psnr0,psnr1,psnr10";

    private readonly string _path;
    private readonly List<StepReport> _sinceLast = [];

    /// <param name="path">The file.</param>
    public MetricsFile(string path)
    {
        _path = path;
        if (!File.Exists(path)) File.WriteAllText(path, Header + "\n");
    }

    /// <summary>Removes what a resumed stage will write again.</summary>
    /// <param name="stage">The stage, 1 or 2.</param>
    /// <param name="afterStep">Its last step that is kept; -1 keeps nothing of it.</param>
    public void Forget(int stage, long afterStep)
    {
        string[] lines = File.ReadAllLines(_path);
        File.WriteAllLines(_path, lines.Where((line, i) => i == 0 || !IsAfter(line.Split(','), stage, afterStep)));
    }

    /// <summary>Adds a step; every few steps their mean is written.</summary>
    public void Add(StepReport report, int every)
    {
        _sinceLast.Add(report);
        if (report.Step % every != 0 && report.Step != report.Steps) return;
        LossParts[] losses = [.. _sinceLast.Select(step => step.Losses)];
        Append(
            [
                report.Stage, report.Step, report.Seconds, report.LearningRate,
                losses.Average(l => l.Total), losses.Average(l => l.Reconstruction), losses.Average(l => l.Hint), losses.Average(l => l.Adversarial),
                losses.Average(l => l.Discriminator), _sinceLast.Average(step => step.GradientNorm), report.PicturesPerSecond, report.WaitedShare,
                null, null, null,
            ]);
        _sinceLast.Clear();
    }

    /// <summary>Adds a validation.</summary>
    public void Add(ValidationReport report) => Append(
        [report.Stage, report.Step, .. Enumerable.Repeat<double?>(null, 10), report.Result.Psnr[0], report.Result.Psnr[1], report.Result.Psnr[10]]);

    private void Append(IEnumerable<double?> values) =>
        File.AppendAllText(_path, string.Join(',', values.Select(value => value?.ToString("G6", CultureInfo.InvariantCulture))) + "\n");

    private static bool IsAfter(string[] fields, int stage, long step) =>
        int.TryParse(fields[0], CultureInfo.InvariantCulture, out int itsStage)
        && double.TryParse(fields.ElementAtOrDefault(1), CultureInfo.InvariantCulture, out double itsStep)
        && (itsStage > stage || (itsStage == stage && itsStep > step));
}
