using System.Globalization;
using System.Text;
using PdnColorize.Colorization.Models;
using PdnColorize.Training.Checkpoints;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.Reports;
using PdnColorize.Training.Runs;
using PdnColorize.Training.Validation;

namespace PdnColorize.Training.Export;

/// <summary>The page beside a model's weights: for people who wonder, months later, what it is and where it comes from.</summary>
internal static class ModelPage
{
    /// <summary>The page's file.</summary>
    public const string FileName = "README.md";

    /// <summary>The page, in Markdown.</summary>
    /// <param name="card">What is said about the model.</param>
    /// <param name="run">The run that it was exported from.</param>
    /// <param name="states">The checkpoints of the stages that the run trained.</param>
    public static string Write(ModelCard card, RunFolder run, IReadOnlyList<CheckpointState> states)
    {
        ModelManifest manifest = TrainedModel.Of(run.Config);
        StringBuilder page = new();
        page.Append(CultureInfo.InvariantCulture, $"# {card.DisplayName}\n\n");
        if (card.Description.Length > 0) page.Append(CultureInfo.InvariantCulture, $"{card.Description}\n\n");
        page.Append("| | |\n| --- | --- |\n");
        Row("Licence", card.Licence);
        if (card.Attribution.Length > 0) Row("Whom to credit", card.Documents.ContainsKey(card.Attribution) ? $"[{card.Attribution}]({card.Attribution})" : card.Attribution);
        if (run.Start is { } start) Row("Fine-tuned from", FineTunedCard.Describe(start));
        Row("Preset", manifest.Preset.ToString().ToLowerInvariant());
        Row("Channels of the first layer", Text(manifest.Stages[0].BaseChannels));
        Row("Widths of lines that it sees", string.Create(CultureInfo.InvariantCulture, $"{manifest.LineWidths.Minimum:0.##} to {manifest.LineWidths.Maximum:0.##} pixels of a short side of 128"));
        MetricsTable? metrics = File.Exists(run.MetricsFile) ? MetricsTable.Read(run.MetricsFile) : null;
        foreach (CheckpointState state in states)
        {
            Row($"Stage {state.Stage}", string.Create(
                CultureInfo.InvariantCulture,
                $"{manifest.Stages[state.Stage - 1].ShortSide} pixels on the short side, {state.Step:N0} steps of {run.Config.BatchOf(state.Stage)} pictures, {state.Seconds / 3600:F1} hours"));
            if (metrics is not null && PastValidation.Of(metrics, state.Stage).LastOrDefault(one => one.Step <= state.Step) is { } validation)
                Row($"Stage {state.Stage}, validation after {Text(validation.Step)} steps", Describe(validation));
        }

        Row("Settings unlike the preset's", string.Join(", ", Changed(run.Config)) is { Length: > 0 } changed ? changed : "none");
        page.Append("\nThe figures are PSNR in dB on pictures that were held back from training, the network alone, before anything is forced to the hints. `pdncolorize-train evaluate` says more.\n");
        return page.ToString();

        void Row(string name, string value) => page.Append(CultureInfo.InvariantCulture, $"| {name} | {value.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal)} |\n");
    }

    private static string Describe(PastValidation validation) => string.Join(", ", ValidationResult.HintCounts
        .Zip(validation.Psnr)
        .Where(one => one.Second is not null)
        .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Second:F2} with {(one.First == 0 ? "no hints" : one.First == 1 ? "1 hint" : $"{one.First} hints")}")));

    private static IEnumerable<string> Changed(TrainConfig config)
    {
        TrainConfig usual = TrainConfig.Default(config.Preset);
        return ConfigKeys.All.Where(key => key.Write(config) != key.Write(usual)).Select(key => $"{key.Name} {key.Write(config)}");
    }

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
