using System.Text;
using System.Text.Json;

namespace PdnColorize.Training.Configuration;

/// <summary>Configurations as text: JSON with comments, every setting written out.</summary>
public static class ConfigFile
{
    /// <summary>The file's name in a run folder.</summary>
    public const string FileName = "config.jsonc";

    /// <summary>All settings with their meaning; the same configuration gives the same text.</summary>
    public static string Write(TrainConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        StringBuilder text = new("{\n");
        for (int i = 0; i < ConfigKeys.All.Count; i++)
        {
            ConfigKey key = ConfigKeys.All[i];
            if (i > 0) text.Append('\n');
            text.Append("  // ").Append(key.Comment).Append(" Allowed: ").Append(key.Rule).Append(".\n");
            text.Append("  \"").Append(key.Name).Append("\": ").Append(key.Write(config)).Append(i < ConfigKeys.All.Count - 1 ? ",\n" : "\n");
        }

        return text.Append("}\n").ToString();
    }

    /// <summary>Reads a configuration.</summary>
    /// <param name="json">JSON; comments and trailing commas are allowed.</param>
    /// <param name="source">The file's name, for messages.</param>
    /// <param name="start">What holds for settings that it leaves out; the default of its preset when null.</param>
    /// <exception cref="TrainingException">It is no JSON object, or a setting or value is unknown.</exception>
    public static TrainConfig Read(string json, string source, TrainConfig? start = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException("It is no JSON object.");
            (string Name, string Value)[] settings = [.. document.RootElement.EnumerateObject().Select(property => (property.Name, Text(property.Value)))];
            return Apply(start ?? new TrainConfig(), settings);
        }
        catch (JsonException e)
        {
            throw new TrainingException($"'{source}' is no configuration: {e.Message} Print one with all settings to start from.", e);
        }
        catch (TrainingException e)
        {
            throw new TrainingException($"'{source}': {e.Message}", e);
        }
    }

    /// <summary>Applies settings in turn; the preset first, because the others' defaults depend on it.</summary>
    /// <param name="config">What to start from; replaced by the defaults of another preset if <paramref name="settings"/> name one.</param>
    /// <param name="settings">Names and values as text.</param>
    /// <exception cref="TrainingException">A setting or value is unknown.</exception>
    public static TrainConfig Apply(TrainConfig config, IReadOnlyList<(string Name, string Value)> settings)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(settings);
        foreach ((string name, string value) in settings.Where(setting => setting.Name == "preset"))
            if (ConfigKeys.Find(name).Set(config, value).Preset is var preset && preset != config.Preset) config = TrainConfig.Default(preset) with { Start = config.Start };
        return settings.Aggregate(config, (current, setting) => ConfigKeys.Find(setting.Name).Set(current, setting.Value));
    }

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : value.GetRawText();
}
