using System.Text.Encodings.Web;
using System.Text.Json;
using PdnColorize.Colorization.Models;
using PdnColorize.Training.Evaluation.Candidates;
using PdnColorize.Training.Evaluation.Metrics;
using PdnColorize.Training.Evaluation.Pictures;

namespace PdnColorize.Training.Evaluation.Reports;

/// <summary>evaluation.json: all figures, nothing that differs between two evaluations of the same.</summary>
internal static class JsonReport
{
    /// <summary>Decimals of a figure: more would only tell one processor from another.</summary>
    private const int Decimals = 4;

    public static byte[] Write(EvaluationReport report)
    {
        using MemoryStream stream = new();
        JsonWriterOptions options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (Utf8JsonWriter json = new(stream, options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 3);
            json.WriteNumber("drawingSide", EvaluationPicture.Side);
            json.WriteNumber("scoredSide", ScoredPicture.Side);
            json.WriteNumber("perSource", report.PerSource);
            json.WriteBoolean("quick", report.Options.Quick);
            json.WriteBoolean("withLines", report.Options.WithLines);
            WriteModels(json, report);
            WriteNames(json, "baselines", report.Options.Baselines.Distinct().Select(BaselineCandidate.NameOf));
            WriteNames(json, "candidates", report.Candidates);
            json.WriteStartObject("pictures");
            foreach ((string source, IReadOnlyList<string> keys) in report.Pictures) WriteNames(json, source, keys);
            json.WriteEndObject();
            json.WriteStartObject("drawings");
            foreach ((LineKind kind, int count) in report.Drawings) json.WriteNumber(LineKinds.NameOf(kind), count);
            json.WriteEndObject();
            WriteNames(json, "notes", report.Notes);
            WriteTroubles(json, report);
            WriteSetbacks(json, report);
            json.WriteStartObject("metrics");
            foreach (MetricTable table in report.Tables) WriteTable(json, table, report.Candidates);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteModels(Utf8JsonWriter json, EvaluationReport report)
    {
        json.WriteStartArray("models");
        foreach (EvaluatedModel model in report.Models)
        {
            json.WriteStartObject();
            json.WriteString("label", model.Label);
            json.WriteString("name", model.Manifest.Name);
            json.WriteStartArray("stages");
            foreach (StageManifest stage in model.Manifest.Stages) json.WriteStringValue(stage.Sha256);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTroubles(Utf8JsonWriter json, EvaluationReport report)
    {
        json.WriteStartArray("leftOut");
        foreach (LeftOutPicture picture in report.LeftOut)
        {
            json.WriteStartObject();
            json.WriteString("picture", picture.Key);
            json.WriteString("reason", picture.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("uncolored");
        foreach (UncoloredDrawing drawing in report.Uncolored)
        {
            json.WriteStartObject();
            json.WriteString("model", drawing.Model);
            json.WriteString("picture", drawing.Key);
            json.WriteNumber("times", drawing.Times);
            json.WriteString("reason", drawing.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSetbacks(Utf8JsonWriter json, EvaluationReport report)
    {
        json.WriteStartArray("setbacks");
        foreach (HintSetback setback in report.Setbacks)
        {
            json.WriteStartObject();
            json.WriteString("metric", setback.MetricId);
            json.WriteString("candidate", setback.Candidate);
            json.WriteString("source", setback.Source);
            json.WriteString("fewer", setback.Fewer);
            json.WriteString("more", setback.More);
            json.WriteNumber("loss", Math.Round(setback.Loss, Decimals));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTable(Utf8JsonWriter json, MetricTable table, IReadOnlyList<string> candidates)
    {
        json.WriteStartObject(table.Metric.Id);
        json.WriteString("title", table.Metric.Title);
        json.WriteString("note", table.Metric.Note);
        WriteRows(json, "mean", table, candidates, table.Mean);
        json.WriteStartObject("kinds");
        foreach (LineKind kind in table.Kinds) WriteRows(json, LineKinds.NameOf(kind), table, candidates, (candidate, column) => table.Mean(candidate, column, kind));
        json.WriteEndObject();
        json.WriteStartObject("sources");
        foreach (string source in table.Sources) WriteRows(json, source, table, candidates, (candidate, column) => table.Mean(candidate, column, source));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRows(
        Utf8JsonWriter json, string name, MetricTable table, IReadOnlyList<string> candidates, Func<string, int, double?> figure)
    {
        json.WriteStartObject(name);
        foreach (string candidate in candidates)
        {
            json.WriteStartObject(candidate);
            for (int column = 0; column < table.Metric.Columns.Count; column++)
            {
                if (figure(candidate, column) is { } value) json.WriteNumber(table.Metric.Columns[column], Math.Round(value, Decimals));
                else json.WriteNull(table.Metric.Columns[column]);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
