using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PdnColorize.Host.Batch;

/// <summary>The JSON form of the reports: camelCase, one line, file names readable.</summary>
[JsonSerializable(typeof(PictureReport))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    private static readonly ReportJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // Names like 'ねこ.png' stay as they are; the output is read by programs and terminals, never put into a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Serialize(PictureReport report) => JsonSerializer.Serialize(report, Readable.PictureReport);
}
