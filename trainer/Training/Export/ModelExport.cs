using System.Globalization;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Safetensors;
using PdnColorize.Training.Checkpoints;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.Reading;
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
    /// <param name="stagesFrom">The model whose stages are taken when the run has none, because it trained the reading network alone.</param>
    public static ModelManifest Write(
        RunFolder run, string folder, ModelCard card, bool replace = false, ExportedCheckpoint which = ExportedCheckpoint.Best, ModelFolder? stagesFrom = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(card);
        List<IReadOnlyList<SafetensorsTensor>> weights = [];
        List<CheckpointState> states = [];
        for (int stage = 1; stage <= 2; stage++)
        {
            if (Choose(run.CheckpointsOf(stage), which) is { } checkpoint)
            {
                states.Add(CheckpointStore.ReadState(checkpoint));
                weights.Add(ReadAverage(checkpoint));
                continue;
            }

            // A stage that was not fine-tuned is that of the model before.
            if (run.Start is not { } start || stage > start.Manifest.Stages.Count) break;
            weights.Add([.. start.WeightsOf(stage).Select(ToHalf)]);
        }

        string? readingCheckpoint = Choose(run.ReadingCheckpoints, which);
        if (states.Count == 0 && readingCheckpoint is null) throw new TrainingException($"The run '{run.FullPath}' has no checkpoint yet. Train it first.");
        if (weights.Count == 0) return WriteReading(run, readingCheckpoint!, folder, card, replace, stagesFrom);
        if (run.Start is not null) card = FineTunedCard.Of(card, run.Start);
        Dictionary<string, string> documents = new(card.Documents);
        documents.TryAdd(ModelPage.FileName, ModelPage.Write(card, run, states));
        ModelManifest manifest = TrainedModel.Of(run.Config);
        IReadOnlyList<SafetensorsTensor>? reading = readingCheckpoint is null ? run.Start?.ReadingWeights : ReadAverage(readingCheckpoint);
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
                Reading = readingCheckpoint is null ? manifest.Reading : ReadingOf(run.Config),
                Training = Describe(run, states, readingCheckpoint),
            },
            weights,
            documents,
            replace,
            reading);
    }

    /// <summary>A model with another's stages and the run's reading network.</summary>
    private static ModelManifest WriteReading(RunFolder run, string checkpoint, string folder, ModelCard card, bool replace, ModelFolder? stagesFrom)
    {
        if (stagesFrom is null)
            throw new TrainingException($"The run '{run.FullPath}' trained the reading network alone, and a model needs stages that paint. Name by --stages-from a model to take them from.");
        LoadedModel before = stagesFrom.LoadWeights();
        Dictionary<string, string> documents = Directory.GetFiles(stagesFrom.FullPath, "*.md").ToDictionary(path => Path.GetFileName(path), File.ReadAllText);
        foreach ((string name, string text) in card.Documents) documents[name] = text;
        return ModelFolderWriter.Write(
            folder,
            before.Manifest with
            {
                Name = card.Name,
                DisplayName = card.DisplayName,
                Description = card.Description.Length > 0 ? card.Description : before.Manifest.Description,
                Licence = card.Licence,
                Attribution = card.Attribution.Length > 0 ? card.Attribution : before.Manifest.Attribution,
                Reading = ReadingOf(run.Config),
                Training = before.Manifest.Training.Concat(Describe(run, [], checkpoint)).GroupBy(fact => fact.Key).ToDictionary(group => group.Key, group => group.Last().Value),
            },
            [.. before.Stages.Select(stage => stage.Tensors)],
            documents,
            replace,
            ReadAverage(checkpoint));
    }

    private static ReadingManifest ReadingOf(TrainConfig config) => new()
    {
        File = "reading.safetensors",
        BaseChannels = config.ReadingChannels,
        OutputChannels = 1 + ReadingLoss.EmbeddingSize + ColorClasses.Colors.Count,
        Colors = ColorClasses.Colors,
        LongSide = ReadingSample.LongSide,
    };

    private static string? Choose(CheckpointStore store, ExportedCheckpoint which) => which == ExportedCheckpoint.Best ? store.Best ?? store.Latest : store.Latest;

    private static IReadOnlyList<SafetensorsTensor> ReadAverage(string checkpoint) =>
        [.. CheckpointStore.ReadTensors(checkpoint, CheckpointFiles.Average).Tensors.Select(ToHalf)];

    private static Dictionary<string, string> Describe(RunFolder run, List<CheckpointState> states, string? readingCheckpoint)
    {
        Dictionary<string, string> facts = run.Start is null ? [] : new() { ["fineTunedFrom"] = FineTunedCard.Describe(run.Start) };
        if (readingCheckpoint is not null)
        {
            CheckpointState state = CheckpointStore.ReadState(readingCheckpoint);
            facts["reading"] = string.Create(CultureInfo.InvariantCulture, $"{state.Step} steps, {state.Step * run.Config.ReadingBatch} drawings, {state.Seconds / 3600:F1} hours");
        }

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
