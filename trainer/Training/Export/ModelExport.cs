using System.Globalization;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Safetensors;
using PdnColorize.Training.Checkpoints;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.Runs;

namespace PdnColorize.Training.Export;

/// <summary>Makes a model folder of a run's checkpoints.</summary>
public static class ModelExport
{
    /// <summary>Writes the averaged weights as 16-bit numbers, with a page about the model unless the card brings its own.</summary>
    /// <param name="run">The run.</param>
    /// <param name="folder">The model folder to write; see <see cref="ModelFolderWriter"/>.</param>
    /// <param name="card">What is said about the model.</param>
    /// <param name="replace">Whether an existing model is replaced.</param>
    /// <param name="which">Which checkpoints it is made of.</param>
    /// <returns>The manifest as written.</returns>
    /// <exception cref="TrainingException">The run has no checkpoint yet.</exception>
    /// <exception cref="ModelException">The weights are not usable, or the card is not valid.</exception>
    /// <exception cref="IOException">The folder exists and is not replaced, or cannot be written.</exception>
    public static ModelManifest Write(RunFolder run, string folder, ModelCard card, bool replace = false, ExportedCheckpoint which = ExportedCheckpoint.Best)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(card);
        List<IReadOnlyList<SafetensorsTensor>> weights = [];
        List<CheckpointState> states = [];
        for (int stage = 1; stage <= 2; stage++)
        {
            CheckpointStore store = run.CheckpointsOf(stage);
            if ((which == ExportedCheckpoint.Best ? store.Best ?? store.Latest : store.Latest) is { } checkpoint)
            {
                states.Add(CheckpointStore.ReadState(checkpoint));
                weights.Add([.. CheckpointStore.ReadTensors(checkpoint, CheckpointFiles.Average).Tensors.Select(ToHalf)]);
                continue;
            }

            // A stage that was not fine-tuned is that of the model before.
            if (run.Start is not { } start || stage > start.Manifest.Stages.Count) break;
            weights.Add([.. start.WeightsOf(stage).Select(ToHalf)]);
        }

        if (states.Count == 0) throw new TrainingException($"The run '{run.FullPath}' has no checkpoint yet. Train it first.");
        if (run.Start is not null) card = FineTunedCard.Of(card, run.Start);
        Dictionary<string, string> documents = new(card.Documents);
        documents.TryAdd(ModelPage.FileName, ModelPage.Write(card, run, states));
        ModelManifest manifest = TrainedModel.Of(run.Config);
        return ModelFolderWriter.Write(
            folder,
            manifest with
            {
                Name = card.Name,
                DisplayName = card.DisplayName,
                Description = card.Description,
                Licence = card.Licence,
                Attribution = card.Attribution,
                Stages = [.. manifest.Stages.Take(weights.Count)],
                Training = Describe(run, states),
            },
            weights,
            documents,
            replace);
    }

    private static Dictionary<string, string> Describe(RunFolder run, List<CheckpointState> states)
    {
        Dictionary<string, string> facts = run.Start is null ? [] : new() { ["fineTunedFrom"] = FineTunedCard.Describe(run.Start) };
        foreach (CheckpointState state in states)
        {
            long pictures = state.Step * run.Config.BatchOf(state.Stage);
            // The score of another step, before the settings were changed for instance, says nothing of this one.
            string score = state.BestStep == state.Step && state.BestScore is { } decibels ? string.Create(CultureInfo.InvariantCulture, $", {decibels:F2} dB") : "";
            facts[$"stage{state.Stage}"] = string.Create(CultureInfo.InvariantCulture, $"{state.Step} steps, {pictures} pictures, {state.Seconds / 3600:F1} hours{score}");
        }

        return facts;
    }

    /// <summary>Half precision ends at 65504 and 6e-8: variances, which may be beyond either, stay as they are.</summary>
    private static SafetensorsTensor ToHalf(SafetensorsTensor tensor)
    {
        float[] values = tensor.ToSingles();
        bool fits = !tensor.Name.EndsWith(".running_var", StringComparison.Ordinal) && values.All(value => Math.Abs(value) < (float)Half.MaxValue);
        return SafetensorsTensor.FromSingles(tensor.Name, [.. tensor.Shape], values, fits ? SafetensorsDataType.F16 : SafetensorsDataType.F32);
    }
}
