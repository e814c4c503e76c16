using System.Globalization;
using PdnColorize.Training;

namespace PdnColorize.Trainer.Commands.Training;

/// <summary>What the console says of a training.</summary>
internal static class ProgressLine
{
    /// <summary>A step: losses, pace, time left, share of time waited for samples, memory.</summary>
    public static string Of(StepReport report)
    {
        long mebibytes = Environment.WorkingSet >> 20;
        string locality = report.Losses.Locality == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"  locality {report.Losses.Locality:F4}");
        string adversary = report.Losses.Discriminator == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture, $"  adversarial {report.Losses.Adversarial:F3}  discriminator {report.Losses.Discriminator:F3}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"stage {report.Stage}  step {report.Step}/{report.Steps}  loss {report.Losses.Total:F4}  picture {report.Losses.Reconstruction:F4}  hint {report.Losses.Hint:F4}{locality}{adversary}  {report.PicturesPerSecond:F1} pictures/s  waited {report.WaitedShare:P0}  left {report.Remaining:d\\.hh\\:mm}  {mebibytes} MiB");
    }

    /// <summary>A validation.</summary>
    public static string Of(ValidationReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"stage {report.Stage}  step {report.Step}  score {report.Result.Score:F2} dB  PSNR {string.Join("  ", report.Result.Psnr.OrderBy(item => item.Key).Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Key} hints {item.Value:F2}")))}{(report.IsBest ? "  best" : "")}");
}
