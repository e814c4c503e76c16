using Spectre.Console;

namespace PdnColorize.Host.Commands;

/// <summary>Where tables and progress are drawn: coloured and fitted to the window on a terminal, plain elsewhere.</summary>
internal static class Terminal
{
    /// <summary>In files and pipes nothing is wrapped, so that each row stays on one line for grep and the like.</summary>
    private const int UnlimitedWidth = 10_000;

    /// <summary>Standard output, as it is now.</summary>
    public static IAnsiConsole Output => Create(Console.Out, Console.IsOutputRedirected);

    /// <summary>Standard error, as it is now.</summary>
    public static IAnsiConsole Error => Create(Console.Error, Console.IsErrorRedirected);

    private static IAnsiConsole Create(TextWriter writer, bool isRedirected)
    {
        AnsiConsoleSettings settings = new() { Out = new AnsiConsoleOutput(writer) };
        if (!isRedirected) return AnsiConsole.Create(settings);

        // Spectre looks at the TERM variable alone and would write colours into files.
        settings.Ansi = AnsiSupport.No;
        settings.ColorSystem = ColorSystemSupport.NoColors;
        settings.Interactive = InteractionSupport.No;
        IAnsiConsole console = AnsiConsole.Create(settings);
        console.Profile.Width = UnlimitedWidth;
        return console;
    }
}
