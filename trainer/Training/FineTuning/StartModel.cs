using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Networks;
using PdnColorize.Colorization.Safetensors;

namespace PdnColorize.Training.FineTuning;

/// <summary>
/// The model that a run's weights came from. The run folder keeps a copy, so that the run goes on, and its export says where it came from, when the model itself
/// has long been replaced.
/// </summary>
internal sealed class StartModel
{
    private const string FolderName = "start";
    private const string TemporarySuffix = ".tmp";
    private readonly ModelFolder _folder;

    private StartModel(ModelFolder folder)
    {
        _folder = folder;
        Manifest = ToTrain(folder.Manifest);
    }

    /// <summary>What is trained: the model's manifest with the epsilon of training.</summary>
    public ModelManifest Manifest { get; }

    /// <summary>The copy in a run folder, or null if the run began with random weights.</summary>
    /// <exception cref="ModelException">The copy is damaged.</exception>
    /// <exception cref="TrainingException">It cannot be trained.</exception>
    public static StartModel? Open(string runFolder)
    {
        string folder = Path.Combine(runFolder, FolderName);
        return Directory.Exists(folder) ? new StartModel(ModelFolder.Open(folder)) : null;
    }

    /// <summary>Copies a model into a run folder that holds no run yet, after a look at every weight.</summary>
    /// <param name="runFolder">The run folder.</param>
    /// <param name="model">The model; null leaves the folder without one.</param>
    /// <exception cref="ModelException">The model is damaged.</exception>
    /// <exception cref="TrainingException">It cannot be trained.</exception>
    public static StartModel? Replace(string runFolder, ModelFolder? model)
    {
        string copy = Path.Combine(runFolder, FolderName);
        string temporary = copy + TemporarySuffix;
        // What a killed start may have left.
        foreach (string old in (string[])[copy, temporary])
        {
            if (!Directory.Exists(old)) continue;
            if (!Directory.EnumerateFileSystemEntries(old).All(ModelFolderWriter.IsPartOfModel))
                throw new TrainingException($"'{runFolder}' has a folder '{Path.GetFileName(old)}' that is not the trainer's. Choose a new run folder.");
            Directory.Delete(old, recursive: true);
        }

        if (model is null) return null;
        ToTrain(model.Manifest);
        model.LoadWeights();
        Directory.CreateDirectory(temporary);
        IEnumerable<string> documents = Directory.GetFiles(model.FullPath, "*.md").Select(path => Path.GetFileName(path)!);
        foreach (string file in (string[])[ModelManifest.FileName, .. model.Manifest.Networks.Select(network => network.File), .. documents])
            File.Copy(Path.Combine(model.FullPath, file), Path.Combine(temporary, file));
        Directory.Move(temporary, copy);
        return new StartModel(ModelFolder.Open(copy));
    }

    /// <summary>The manifest that a model is trained by.</summary>
    /// <exception cref="TrainingException">The trainer does not make such models.</exception>
    public static ModelManifest ToTrain(ModelManifest manifest)
    {
        void Require(bool condition, string what)
        {
            if (!condition) throw new TrainingException($"The model {manifest.Name} cannot be fine-tuned: {what}. Fine-tune a model that this program trained or imported.");
        }

        ValueRange range = manifest.Preset == ModelPreset.Classic ? new ValueRange(0, 255) : new ValueRange(-1, 1);
        Require(manifest.ValueRange == range && manifest.LineRange == range, $"its values do not go from {range.Minimum} to {range.Maximum}");
        for (int i = 0; i < manifest.Stages.Count; i++)
        {
            bool usual = manifest.Stages[i].Inputs.SequenceEqual(InputPlanes.Expected(manifest.Preset, i, manifest.Hints.Propagated is not null));
            Require(usual, $"the inputs of stage {i + 1} are in another order than usual");
        }

        return manifest with { Stages = [.. manifest.Stages.Select(stage => stage with { BatchNormEpsilon = UNet.BatchNormEpsilon })] };
    }

    /// <summary>Whether that model has the same weights.</summary>
    public bool IsCopyOf(ModelManifest model) => model.Stages.Select(stage => stage.Sha256).SequenceEqual(
        _folder.Manifest.Stages.Select(stage => stage.Sha256), StringComparer.OrdinalIgnoreCase);

    /// <summary>A stage's weights as they are trained.</summary>
    /// <param name="stage">1 or 2.</param>
    /// <exception cref="ModelException">They cannot be read.</exception>
    public IReadOnlyList<SafetensorsTensor> WeightsOf(int stage) =>
        NormEpsilon.Fold(_folder.LoadWeights().Stages[stage - 1].Tensors, _folder.Manifest.Stages[stage - 1].BatchNormEpsilon);

    /// <summary>The reading network's weights as the model has them; null if it has none.</summary>
    /// <exception cref="ModelException">They cannot be read.</exception>
    public IReadOnlyList<SafetensorsTensor>? ReadingWeights => _folder.LoadWeights().Reading?.Tensors;

    /// <summary>Whom the model credits, as text; empty if nobody.</summary>
    public string ReadAttribution()
    {
        string attribution = _folder.Manifest.Attribution;
        string path = Path.Combine(_folder.FullPath, attribution);
        return attribution.Length > 0 && ModelName.IsValidFileName(attribution) && File.Exists(path) ? File.ReadAllText(path) : attribution;
    }
}
