using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace PdnColorize.Host.Logging;

/// <summary>Writes log entries as JSON: time, level, category, event, message, the message's values by name, and the exception. The user's home folder is written as ~.</summary>
internal sealed class FileLogger(RollingFile file, TimeProvider time, string category) : ILogger
{
    /// <summary>The message's own template among its values; the same for all entries of an event, so it is left out.</summary>
    private const string TemplateName = "{OriginalFormat}";

    /// <summary>The log is read by people and never put into a web page.</summary>
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string Home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Dictionary<string, object?> entry = new()
        {
            ["time"] = time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            ["level"] = logLevel.ToString(),
            ["category"] = category[(category.LastIndexOf('.') + 1)..],
            ["event"] = eventId.Name ?? eventId.Id.ToString(CultureInfo.InvariantCulture),
            ["message"] = Redact(formatter(state, exception)),
        };
        if (state is IEnumerable<KeyValuePair<string, object?>> values)
        {
            foreach ((string name, object? value) in values)
            {
                if (name == TemplateName) continue;
                entry[JsonNamingPolicy.CamelCase.ConvertName(name)] = value is int or long or double or bool or null ? value : Redact(value.ToString() ?? "");
            }
        }

        if (exception is not null) entry["exception"] = Redact(exception.ToString());
        file.WriteLine(JsonSerializer.Serialize(entry, Json));
    }

    private static string Redact(string text) => Home.Length > 1 ? text.Replace(Home, "~", StringComparison.OrdinalIgnoreCase) : text;
}
