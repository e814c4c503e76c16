using System.Globalization;

namespace PdnColorize.PaintDotNetHost.CommandLine;

/// <summary>What the program was asked to do.</summary>
internal sealed record RunOptions
{
    public const string Help = """
        Runs an effect of Paint.NET on a layered drawing, as Paint.NET would: dialog, preview, OK.

        Usage: PaintDotNetHost --plugin FOLDER DRAWING.ora -o RESULT.png [options]

          --plugin FOLDER      the plugin, in a folder as it is installed
          -o, --output FILE    the picture that all visible layers make then, as PNG
          --layer-only         write the layer that the effect wrote to, alone
          --layer NAME         the active layer; otherwise the one that the drawing says is active, or the topmost
          --set NAME=VALUE     a setting of the dialog; may be given several times
          --repeat N           run it again N times, as Effects > Repeat does
          --limit SECONDS      give up after this time; 600 otherwise
          --list               show the dialog's settings with their choices, and end
          -h, --help           show this

        Exit codes: 0 done; 1 the effect failed or refused, the message says why; 2 wrong arguments or files.
        """;

    public string Plugin { get; private init; } = "";

    public string Drawing { get; private init; } = "";

    public string? Output { get; private init; }

    public bool LayerOnly { get; private init; }

    public string? Layer { get; private init; }

    public IReadOnlyList<(string Name, string Value)> Settings { get; private init; } = [];

    public int Repeats { get; private init; }

    public TimeSpan Limit { get; private init; } = TimeSpan.FromMinutes(10);

    public bool List { get; private init; }

    public bool ShowHelp { get; private init; }

    /// <exception cref="FormatException">The arguments make no sense; the message says why.</exception>
    public static RunOptions Parse(IReadOnlyList<string> arguments)
    {
        RunOptions options = new();
        List<(string, string)> settings = [];
        for (int i = 0; i < arguments.Count; i++)
        {
            string argument = arguments[i];
            options = argument switch
            {
                "-h" or "--help" => options with { ShowHelp = true },
                "--plugin" => options with { Plugin = Next() },
                "-o" or "--output" => options with { Output = Next() },
                "--layer-only" => options with { LayerOnly = true },
                "--layer" => options with { Layer = Next() },
                "--repeat" => options with { Repeats = Number(Next(), 0, 100) },
                "--limit" => options with { Limit = TimeSpan.FromSeconds(Number(Next(), 1, 24 * 3600)) },
                "--list" => options with { List = true },
                "--set" => AddSetting(Next()),
                _ when argument.StartsWith('-') => throw new FormatException($"There is no option {argument}."),
                _ when options.Drawing.Length == 0 => options with { Drawing = argument },
                _ => throw new FormatException($"There is one drawing at a time: '{argument}' is too much."),
            };

            string Next() => ++i < arguments.Count ? arguments[i] : throw new FormatException($"{argument} needs a value.");
        }

        options = options with { Settings = settings };
        if (options.ShowHelp) return options;
        if (options.Plugin.Length == 0) throw new FormatException("The plugin is missing: --plugin FOLDER.");
        if (options.Drawing.Length == 0) throw new FormatException("The drawing is missing.");
        if (options.Output is null && !options.List) throw new FormatException("The result's file is missing: -o RESULT.png.");
        return options;

        RunOptions AddSetting(string text)
        {
            int at = text.IndexOf('=');
            if (at <= 0) throw new FormatException($"'{text}' is no setting: --set NAME=VALUE.");
            settings.Add((text[..at], text[(at + 1)..]));
            return options;
        }
    }

    private static int Number(string text, int min, int max) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= min && number <= max
            ? number
            : throw new FormatException($"'{text}' is no number from {min} to {max}.");
}
