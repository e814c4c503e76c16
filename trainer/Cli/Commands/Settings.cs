using System.CommandLine;
using PdnColorize.Training;
using PdnColorize.Training.Configuration;

namespace PdnColorize.Trainer.Commands;

/// <summary>The options that make a configuration: a file, a preset, single settings; the later win.</summary>
internal sealed class Settings
{
    private readonly Option<string?> _preset = new("--preset") { Description = "classic (the article) or faithful (obeys hints)." };
    private readonly Option<FileInfo?> _file;
    private readonly Option<string[]> _set = new("--set") { Description = "key=value: changes one setting; may be given several times.", AllowMultipleArgumentsPerToken = true };

    /// <param name="printedBy">The command that prints a file to begin with.</param>
    public Settings(string printedBy = "pdncolorize-train config") => _file = new("--config") { Description = $"A configuration file; '{printedBy}' prints one." };

    public void AddTo(Command command)
    {
        command.Options.Add(_preset);
        command.Options.Add(_file);
        command.Options.Add(_set);
    }

    /// <param name="parsed">The command line.</param>
    /// <param name="start">What is changed; the defaults when null.</param>
    /// <exception cref="TrainingException">A setting is unknown or not allowed.</exception>
    public TrainConfig Read(ParseResult parsed, TrainConfig? start = null)
    {
        TrainConfig config = start ?? new TrainConfig();
        if (parsed.GetValue(_file) is { } file) config = ConfigFile.Read(File.ReadAllText(file.FullName), file.FullName, start);
        List<(string Name, string Value)> settings = [];
        if (parsed.GetValue(_preset) is { } preset) settings.Add(("preset", preset));
        foreach (string setting in parsed.GetValue(_set) ?? [])
        {
            int equals = setting.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1) throw new TrainingException($"'{setting}' is no setting. Write --set key=value.");
            settings.Add((setting[..equals].Trim(), setting[(equals + 1)..].Trim()));
        }

        config = ConfigFile.Apply(config, settings);
        config.Validate();
        return config;
    }
}
