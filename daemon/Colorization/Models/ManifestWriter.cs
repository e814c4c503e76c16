using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PdnColorize.Colorization.Models;

/// <summary>Writes a <see cref="ModelManifest"/> as model.json, for people to read and for version control to compare.</summary>
internal static class ManifestWriter
{
    /// <summary>The only way of propagating hints so far.</summary>
    public const string FloodKind = "flood";

    public static byte[] Write(ModelManifest manifest)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(buffer, options))
            WriteManifest(writer, manifest);
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteManifest(Utf8JsonWriter writer, ModelManifest manifest)
    {
        writer.WriteStartObject();
        writer.WriteNumber("formatVersion", ModelManifest.CurrentFormatVersion);
        writer.WriteString("name", manifest.Name);
        writer.WriteString("displayName", manifest.DisplayName);
        writer.WriteString("description", manifest.Description);
        writer.WriteString("preset", ManifestNode.Spell(manifest.Preset));
        writer.WriteString("colorSpace", ManifestNode.Spell(manifest.ColorSpace));
        WriteNumbers(writer, "valueRange", [manifest.ValueRange.Minimum, manifest.ValueRange.Maximum]);
        WriteNumbers(writer, "lineRange", [manifest.LineRange.Minimum, manifest.LineRange.Maximum]);
        WriteNumbers(writer, "lineWidths", [manifest.LineWidths.Minimum, manifest.LineWidths.Maximum]);
        writer.WriteString("licence", manifest.Licence);
        writer.WriteString("attribution", manifest.Attribution);
        WriteHints(writer, manifest.Hints);
        if (manifest.Reading is { } reading)
            WriteReading(writer, reading);
        writer.WriteStartArray("stages");
        foreach (var stage in manifest.Stages)
            WriteStage(writer, stage);
        writer.WriteEndArray();
        writer.WriteStartObject("training");
        foreach (var (key, value) in manifest.Training.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            writer.WriteString(key, value);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteHints(Utf8JsonWriter writer, HintSettings hints)
    {
        writer.WriteStartObject("hints");
        writer.WriteString("encoding", ManifestNode.Spell(hints.Encoding));
        if (hints.Encoding == HintEncoding.Sentinel)
            WriteNumbers(writer, "sentinel", hints.Sentinel);
        if (hints.Propagated is { } propagated)
        {
            writer.WriteStartObject("propagated");
            writer.WriteString("kind", FloodKind);
            writer.WriteNumber("distanceCap", propagated.DistanceCap);
            writer.WriteNumber("lineWeight", propagated.LineWeight);
            writer.WriteNumber("paperThreshold", propagated.PaperThreshold);
            writer.WriteNumber("confidenceSlope", propagated.ConfidenceSlope);
            writer.WriteNumber("confidenceCenter", propagated.ConfidenceCenter);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("propagated");
        }

        writer.WriteEndObject();
    }

    private static void WriteReading(Utf8JsonWriter writer, ReadingManifest reading)
    {
        writer.WriteStartObject("reading");
        writer.WriteString("file", reading.File);
        writer.WriteString("sha256", reading.Sha256);
        writer.WriteNumber("baseChannels", reading.BaseChannels);
        writer.WriteNumber("outputChannels", reading.OutputChannels);
        if (reading.Colors.Count > 0)
        {
            writer.WriteStartArray("colors");
            foreach (int color in reading.Colors) writer.WriteNumberValue(color);
            writer.WriteEndArray();
        }

        writer.WriteNumber("longSide", reading.LongSide);
        writer.WriteNumber("batchNormEpsilon", reading.BatchNormEpsilon);
        writer.WriteEndObject();
    }

    private static void WriteStage(Utf8JsonWriter writer, StageManifest stage)
    {
        writer.WriteStartObject();
        writer.WriteString("file", stage.File);
        writer.WriteString("sha256", stage.Sha256);
        writer.WriteNumber("inputChannels", stage.InputChannels);
        writer.WriteNumber("baseChannels", stage.BaseChannels);
        writer.WriteNumber("shortSide", stage.ShortSide);
        writer.WriteStartArray("inputs");
        foreach (var plane in stage.Inputs)
            writer.WriteStringValue(ManifestNode.Spell(plane));
        writer.WriteEndArray();
        writer.WriteBoolean("residual", stage.IsResidual);
        writer.WriteNumber("batchNormEpsilon", stage.BatchNormEpsilon);
        writer.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string property, IEnumerable<float> numbers)
    {
        writer.WriteStartArray(property);
        foreach (var number in numbers)
            writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }
}
