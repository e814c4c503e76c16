using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Safetensors;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.Export;

namespace PdnColorize.Training.Import;

/// <summary>Makes model folders of the article's weights, as Chainer's save_npz wrote them.</summary>
/// <remarks>
/// As in PaintsChainer are the layers, Chainer's epsilon, the value for "no hint" and the colours, whose red and blue its code exchanges
/// (<see cref="ModelColorSpace.YuvOfBgr"/>). Not as there: stage 1's draft is enlarged for stage 2 bilinearly, while its cgi_exe.py takes INTER_CUBIC.
/// </remarks>
public static class ChainerImport
{
    /// <summary>Writes a model of the preset classic. Weights stay 32-bit: nothing is lost by the import.</summary>
    /// <param name="first">Stage 1's npz file.</param>
    /// <param name="second">Stage 2's npz file, or null for a model of one stage.</param>
    /// <param name="folder">The model folder to write; see <see cref="ModelFolderWriter"/>.</param>
    /// <param name="card">What is said about the model.</param>
    /// <param name="replace">Whether an existing model is replaced.</param>
    /// <returns>The manifest as written.</returns>
    /// <exception cref="TrainingException">A file cannot be read, or is not the article's network.</exception>
    /// <exception cref="ModelException">The weights are not usable, or the card is not valid.</exception>
    /// <exception cref="IOException">The folder exists and is not replaced, or cannot be written.</exception>
    public static ModelManifest Write(string first, string? second, string folder, ModelCard card, bool replace = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(first);
        ArgumentNullException.ThrowIfNull(card);
        ModelManifest manifest = TrainedModel.Of(TrainConfig.Default(ModelPreset.Classic));
        List<StageManifest> stages = [];
        List<IReadOnlyList<SafetensorsTensor>> weights = [];
        foreach (string file in second is null ? (string[])[first] : [first, second])
        {
            StageManifest stage = manifest.Stages[stages.Count];
            (int baseChannels, IReadOnlyList<SafetensorsTensor> tensors) = ChainerNetwork.Read(NpzFile.Read(file, ChainerNetwork.IsPart), stage.InputChannels, file);
            stages.Add(stage with { BaseChannels = baseChannels });
            weights.Add(tensors);
        }

        return ModelFolderWriter.Write(
            folder,
            manifest with
            {
                Name = card.Name,
                DisplayName = card.DisplayName,
                Description = card.Description,
                Licence = card.Licence,
                Attribution = card.Attribution,
                ColorSpace = ModelColorSpace.YuvOfBgr,
                Stages = stages,
                Training = new Dictionary<string, string> { ["importedFrom"] = "weights saved by Chainer" },
            },
            weights,
            card.Documents,
            replace);
    }
}
