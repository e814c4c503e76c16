using PaintDotNet.PropertySystem;
using PdnColorize.PaintDotNetHost.Documents;
using PdnColorize.PaintDotNetHost.OpenRaster;
using PdnColorize.PaintDotNetHost.Pictures;
using PdnColorize.PaintDotNetHost.Plugins;
using PdnColorize.PaintDotNetHost.Rendering;
using PdnColorize.PaintDotNetHost.Sessions;

namespace PdnColorize.PaintDotNetHost.CommandLine;

/// <summary>The program: see <see cref="RunOptions.Help"/>.</summary>
internal static class EffectProgram
{
    private const int Done = 0;
    private const int Refused = 1;
    private const int WrongUse = 2;

    /// <summary>How long a message may take that is shown while the effect ends.</summary>
    private static readonly TimeSpan MessageTime = TimeSpan.FromMilliseconds(500);

    /// <summary>Does what the arguments say.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        try
        {
            RunOptions options = RunOptions.Parse(arguments);
            if (!options.ShowHelp) return Run(options, output, errors);
            output.WriteLine(RunOptions.Help);
            return Done;
        }
        catch (FormatException e)
        {
            errors.WriteLine(e.Message);
            errors.WriteLine("Try --help.");
            return WrongUse;
        }
        catch (Exception e) when (e is OpenRasterException or PluginLoadException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(e.Message);
            return WrongUse;
        }
        catch (TimeoutException e)
        {
            errors.WriteLine(e.Message);
            return Refused;
        }
    }

    private static int Run(RunOptions options, TextWriter output, TextWriter errors)
    {
        Document document = OpenRasterReader.Read(options.Drawing);
        if (options.Layer is { } name && !document.Activate(name))
            throw new FormatException($"The drawing has no layer '{name}'; it has {string.Join(", ", document.Layers.Select(layer => $"'{layer.Name}'"))}.");
        using EffectHost host = new(PluginFolder.Load(options.Plugin));
        DialogSession? dialog = host.OpenDialog(document);
        if (dialog is null) return Tell(host, errors);
        if (options.List)
        {
            foreach (Property property in dialog.Properties) output.WriteLine($"{property.Name}={property.Value}: {SettingText.Describe(property, dialog.Controls)}");
            dialog.Cancel();
            return Done;
        }

        Apply(options, dialog);
        dialog.WaitForPreview(options.Limit);
        bool isDone = dialog.Ok(options.Limit) == RenderStatus.Completed;
        for (int i = 0; isDone && i < options.Repeats; i++) isDone = host.Repeat(document).Wait(options.Limit) == RenderStatus.Completed;
        if (!isDone || host.WaitForMessages(1, MessageTime).Count > 0 || host.Failures.Count > 0) return Tell(host, errors);
        byte[] pixels = options.LayerOnly ? document.ActiveLayer.Pixels : document.Flatten();
        PngWriter.Write(options.Output!, new Picture(document.Size.Width, document.Size.Height, pixels));
        return Done;
    }

    private static void Apply(RunOptions options, DialogSession dialog)
    {
        try
        {
            foreach ((string name, string text) in options.Settings)
            {
                Property property = dialog.Properties[name] ?? throw new FormatException($"The dialog has no {name}; it has {string.Join(", ", dialog.Properties.PropertyNames)}.");
                dialog.Set(name, SettingText.Parse(property, dialog.Controls, text));
            }
        }
        catch (FormatException)
        {
            dialog.Cancel();
            throw;
        }
    }

    private static int Tell(EffectHost host, TextWriter errors)
    {
        foreach (UserMessage message in host.Messages) errors.WriteLine($"{message.Title}: {message.Text}");
        foreach (EffectFailure failure in host.Failures) errors.WriteLine($"In {failure.Phase}:{Environment.NewLine}{failure.Text}");
        return Refused;
    }
}
