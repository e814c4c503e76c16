using System.Text.Json;
using System.Text.Unicode;

namespace PdnColorize.Colorization.Models;

/// <summary>
/// Turns model.json into a <see cref="ModelManifest"/>. By hand rather than by JsonSerializer, because people edit this file
/// and deserve to be told "stages[0].shortSide must be a whole number" instead of a converter's type name.
/// </summary>
internal static class ManifestReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>Reads types and presence; <see cref="ManifestRules"/> checks what the values say.</summary>
    public static ModelManifest Read(ReadOnlyMemory<byte> utf8, string source)
    {
        // Editors on Windows like to begin a file with a byte order mark.
        var text = utf8.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? utf8[3..] : utf8;
        if (text.Length > ModelManifest.MaximumBytes)
            throw ManifestNode.Invalid(source, "the file", $"has {text.Length} bytes; {ModelManifest.MaximumBytes} are allowed");
        if (!Utf8.IsValid(text.Span))
            throw ManifestNode.Invalid(source, "the file", "is not valid UTF-8");
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return ReadManifest(new ManifestNode(document.RootElement, "", source), source);
        }
        catch (JsonException exception)
        {
            var line = exception.LineNumber is { } number ? $" (line {number + 1})" : "";
            throw new ModelException(
                ModelError.ManifestInvalid,
                $"{source}: not valid JSON{line}: {exception.Message.Split(" LineNumber")[0]} {ManifestNode.Advice}",
                exception);
        }
        catch (InvalidOperationException exception)
        {
            // A string with half of a surrogate pair; the only one that the kinds checked in ManifestNode leave over.
            throw new ModelException(
                ModelError.ManifestInvalid, $"{source}: not valid JSON: a text is not valid Unicode. {ManifestNode.Advice}", exception);
        }
    }

    private static ModelManifest ReadManifest(ManifestNode root, string source)
    {
        // First, because in a later version anything else may have changed.
        var version = root.Required("formatVersion");
        if (version.Integer() > ModelManifest.CurrentFormatVersion)
        {
            throw new ModelException(
                ModelError.VersionTooNew,
                $"{source}: formatVersion is {version.Integer()}, but this program knows versions up to " +
                $"{ModelManifest.CurrentFormatVersion}. Install a newer PdnColorize, or use another model.");
        }

        if (version.Integer() < 1)
            throw version.Invalid($"is {version.Integer()}; the first version is 1");
        return new ModelManifest
        {
            Name = root.Required("name").Line(1, ModelName.MaximumLength),
            DisplayName = root.Required("displayName").Line(1, ModelText.MaximumTitleLength),
            Description = root.Optional("description")?.Text(0, ModelText.MaximumLength) ?? "",
            Preset = root.Required("preset").Choice<ModelPreset>(),
            ColorSpace = root.Required("colorSpace").Choice<ModelColorSpace>(),
            ValueRange = ReadRange(root.Required("valueRange")),
            LineRange = ReadRange(root.Required("lineRange")),
            LineWidths = root.Optional("lineWidths") is { } widths ? ReadRange(widths) : ModelManifest.UsualLineWidths,
            Licence = root.Required("licence").Line(1, ModelLicence.MaximumLength),
            Attribution = root.Optional("attribution")?.Text(0, ModelText.MaximumLength) ?? "",
            Hints = ReadHints(root.Required("hints")),
            Reading = root.Optional("reading") is { } reading ? ReadReading(reading) : null,
            Stages = [.. root.Required("stages").List(1, 2).Select(ReadStage)],
            Training = root.Optional("training")?.Texts() ?? [],
        };
    }

    private static ValueRange ReadRange(ManifestNode node)
    {
        var numbers = node.List(2, 2);
        return new ValueRange(numbers[0].Single(), numbers[1].Single());
    }

    private static HintSettings ReadHints(ManifestNode node) => new()
    {
        Encoding = node.Required("encoding").Choice<HintEncoding>(),
        Sentinel = node.Optional("sentinel")?.List(0, 3).Select(number => number.Single()).ToArray() ?? [],
        Propagated = node.Optional("propagated") is { } propagated ? ReadPropagation(propagated) : null,
    };

    private static HintPropagation ReadPropagation(ManifestNode node)
    {
        var kind = node.Required("kind");
        if (kind.Line(1, 40) != ManifestWriter.FloodKind)
            throw kind.Invalid($"is unknown; it must be {ManifestWriter.FloodKind}");
        return new HintPropagation
        {
            DistanceCap = node.Required("distanceCap").Number(),
            LineWeight = node.Required("lineWeight").Number(),
            PaperThreshold = node.Required("paperThreshold").Number(),
            ConfidenceSlope = node.Required("confidenceSlope").Number(),
            ConfidenceCenter = node.Required("confidenceCenter").Number(),
        };
    }

    private static ReadingManifest ReadReading(ManifestNode node) => new()
    {
        File = node.Required("file").Line(1, 100),
        Sha256 = node.Required("sha256").Line(64, 64),
        BaseChannels = node.Required("baseChannels").Integer(),
        OutputChannels = node.Required("outputChannels").Integer(),
        Colors = node.Optional("colors")?.List(0, ReadingManifest.MaximumColors).Select(color => color.Integer()).ToArray() ?? [],
        LongSide = node.Required("longSide").Integer(),
        BatchNormEpsilon = node.Optional("batchNormEpsilon")?.Number() ?? 1e-5,
    };

    private static StageManifest ReadStage(ManifestNode node) => new()
    {
        File = node.Required("file").Line(1, 100),
        Sha256 = node.Required("sha256").Line(64, 64),
        InputChannels = node.Required("inputChannels").Integer(),
        BaseChannels = node.Required("baseChannels").Integer(),
        ShortSide = node.Required("shortSide").Integer(),
        Inputs = [.. node.Required("inputs").List(1, 6).Select(plane => plane.Choice<InputPlane>())],
        IsResidual = node.Optional("residual")?.Boolean() ?? false,
        BatchNormEpsilon = node.Optional("batchNormEpsilon")?.Number() ?? 1e-5,
    };
}
