using System.Text.RegularExpressions;
using PdnColorize.Colorization.Safetensors;

namespace PdnColorize.Colorization.Models;

/// <summary>What must be true of a manifest's values, whether it was read or is about to be written.</summary>
internal static partial class ManifestRules
{
    private const string WeightExtension = ".safetensors";

    /// <summary>Checks every rule but the hashes' values.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="source">The file's path, for messages.</param>
    /// <param name="hashesKnown">False before writing, when the hashes are yet to be computed.</param>
    /// <exception cref="ModelException"><see cref="ModelError.ManifestInvalid"/>.</exception>
    public static void Check(ModelManifest manifest, string source, bool hashesKnown = true)
    {
        void Require(bool condition, string place, string what)
        {
            if (!condition)
                throw ManifestNode.Invalid(source, place, what);
        }

        Require(ModelName.IsValid(manifest.Name), "name", $"is {MessageText.Quote(manifest.Name)}; {ModelName.Rule}");
        Require(ModelLicence.IsValid(manifest.Licence), "licence", $"must be {ModelLicence.Rule}");
        Require(IsRange(manifest.ValueRange), "valueRange", "must be two numbers, the smaller one first");
        Require(IsRange(manifest.LineRange), "lineRange", "must be two numbers, the smaller one first");
        Require(
            manifest.LineWidths is { Minimum: >= 0, Maximum: > 0 and <= 128 } widths && widths.Minimum <= widths.Maximum,
            "lineWidths",
            "must be two numbers from 0 to 128, pixels of a short side of 128, the smaller one first");
        CheckHints(manifest, Require);
        if (manifest.Reading is { } reading)
            CheckReading(reading, hashesKnown, Require);
        Require(manifest.Stages.Count is 1 or 2, "stages", $"has {manifest.Stages.Count} entries; it must have 1 to 2");
        for (var i = 0; i < manifest.Stages.Count; i++)
            CheckStage(manifest, i, hashesKnown, Require);
        Require(
            !manifest.Stages.Any(stage => stage.File.Equals(manifest.Reading?.File, StringComparison.OrdinalIgnoreCase)),
            "reading.file",
            "is a stage's file as well");
        if (manifest.Stages.Count == 2)
        {
            var (first, second) = (manifest.Stages[0], manifest.Stages[1]);
            Require(!first.File.Equals(second.File, StringComparison.OrdinalIgnoreCase), "stages[1].file", "is stage 1's file as well");
            Require(
                second.ShortSide >= first.ShortSide,
                "stages[1].shortSide",
                $"is {second.ShortSide}, less than stage 1's {first.ShortSide}");
        }
    }

    private static void CheckHints(ModelManifest manifest, Action<bool, string, string> require)
    {
        var hints = manifest.Hints;
        var encoding = manifest.Preset == ModelPreset.Classic ? HintEncoding.Sentinel : HintEncoding.Mask;
        require(
            hints.Encoding == encoding,
            "hints.encoding",
            $"must be {ManifestNode.Spell(encoding)} for the preset {ManifestNode.Spell(manifest.Preset)}");
        var numbers = hints.Encoding == HintEncoding.Sentinel ? 3 : 0;
        require(
            hints.Sentinel.Count == numbers && hints.Sentinel.All(float.IsFinite),
            "hints.sentinel",
            numbers == 3 ? "must be three numbers, one a channel" : "must be absent, because hints.encoding is mask");
        if (hints.Propagated is not { } propagated)
            return;
        require(manifest.Preset != ModelPreset.Classic, "hints.propagated", "must be null for the preset classic");
        require(propagated.DistanceCap is > 0 and <= 4096, "hints.propagated.distanceCap", "must be above 0 and at most 4096");
        require(propagated.LineWeight is >= 0 and <= 30, "hints.propagated.lineWeight", "must be from 0 to 30");
        require(propagated.PaperThreshold is >= 0 and <= 255, "hints.propagated.paperThreshold", "must be from 0 to 255");
        require(propagated.ConfidenceSlope is > 0 and <= 1000, "hints.propagated.confidenceSlope", "must be above 0 and at most 1000");
        require(propagated.ConfidenceCenter is >= -1000 and <= 1000, "hints.propagated.confidenceCenter", "must be from -1000 to 1000");
    }

    private static void CheckStage(ModelManifest manifest, int index, bool hashesKnown, Action<bool, string, string> require)
    {
        var stage = manifest.Stages[index];
        var place = $"stages[{index}]";
        CheckNetwork(stage, place, hashesKnown, require);
        var expected = InputPlanes.Expected(manifest.Preset, index, manifest.Hints.Propagated is not null);
        require(
            stage.Inputs.Count == expected.Count && expected.All(stage.Inputs.Contains),
            $"{place}.inputs",
            $"is {Spell(stage.Inputs)}; with this preset and these hints it must hold {Spell(expected)}, each once");
        require(
            stage.InputChannels == stage.Inputs.ChannelCount(),
            $"{place}.inputChannels",
            $"is {stage.InputChannels}, but its inputs ({Spell(stage.Inputs)}) have {stage.Inputs.ChannelCount()} channels");
        require(
            stage.ShortSide is >= 64 and <= 2048 && stage.ShortSide % 16 == 0,
            $"{place}.shortSide",
            $"is {stage.ShortSide}; it must be a multiple of 16 from 64 to 2048");
        require(!stage.IsResidual || manifest.Hints.Propagated is not null, $"{place}.residual", "must be false, because hints.propagated is null");
    }

    private static void CheckReading(ReadingManifest reading, bool hashesKnown, Action<bool, string, string> require)
    {
        CheckNetwork(reading, "reading", hashesKnown, require);
        require(
            reading.OutputChannels is >= 1 and <= ReadingManifest.MaximumOutputChannels,
            "reading.outputChannels",
            $"is {reading.OutputChannels}; it must be from 1 to {ReadingManifest.MaximumOutputChannels}");
        require(
            reading.Colors.Count == 0 || (reading.EmbeddingSize > 0 && reading.Colors.Count <= ReadingManifest.MaximumColors),
            "reading.colors",
            $"has {reading.Colors.Count} entries; with {reading.OutputChannels} output channels it can have {Math.Clamp(reading.OutputChannels - 2, 0, ReadingManifest.MaximumColors)}");
        require(reading.Colors.All(color => color is >= 0 and <= 0xFFFFFF), "reading.colors", "has an entry that is no color; each is red, green and blue in one number");
        require(
            reading.LongSide is >= 64 and <= 1024 && reading.LongSide % 16 == 0,
            "reading.longSide",
            $"is {reading.LongSide}; it must be a multiple of 16 from 64 to 1024");
    }

    private static void CheckNetwork(NetworkManifest network, string place, bool hashesKnown, Action<bool, string, string> require)
    {
        require(
            ModelName.IsValidFileName(network.File) && network.File.EndsWith(WeightExtension, StringComparison.Ordinal),
            $"{place}.file",
            $"must be the name of a {WeightExtension} file in the model's folder: letters, digits, '-', '_' and '.' only");
        require(!hashesKnown || Hash().IsMatch(network.Sha256), $"{place}.sha256", "must be 64 hexadecimal digits");
        require(network.BaseChannels is >= 1 and <= 128, $"{place}.baseChannels", $"is {network.BaseChannels}; it must be from 1 to 128");
        require(network.BatchNormEpsilon is > 0 and <= 0.01, $"{place}.batchNormEpsilon", "must be above 0 and at most 0.01");
    }

    private static bool IsRange(ValueRange range) =>
        float.IsFinite(range.Minimum) && float.IsFinite(range.Maximum) && range.Minimum < range.Maximum;

    private static string Spell(IEnumerable<InputPlane> planes) => string.Join(", ", planes.Select(ManifestNode.Spell));

    [GeneratedRegex(@"\A[0-9a-fA-F]{64}\z")]
    private static partial Regex Hash();
}
