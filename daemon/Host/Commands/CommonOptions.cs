using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace PdnColorize.Host.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    /// <summary>The name of the bundled model.</summary>
    public const string DefaultModel = "default";

    /// <summary>Leaves the choice of the device to the program.</summary>
    public const string AnyDevice = "auto";

    public static Option<string> Model() => new("--model")
    {
        Description = "The model: a name from 'pdncolorize models list', or a folder (./my-model).",
        HelpName = "NAME|FOLDER",
        DefaultValueFactory = _ => DefaultModel,
    };

    public static Option<string> Device() => new("--device")
    {
        Description = "Where the networks run: auto (an NVIDIA GPU if there is one), cpu, cuda or cuda:N.",
        HelpName = "auto|cpu|cuda|cuda:N",
        DefaultValueFactory = _ => AnyDevice,
    };

    /// <summary>An option that takes a whole number within bounds.</summary>
    public static Option<int?> WholeNumber(string name, int least, int most, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = argument =>
        {
            string text = argument.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most) return number;
            argument.AddError($"{name} takes a whole number from {least} to {most}, not '{text}'.");
            return null;
        },
    };

    /// <summary>Empty text comes from shell variables that are not set; no path, name or device is empty.</summary>
    public static void RefuseEmptyText(OptionResult option)
    {
        if (option.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
            option.AddError($"The value of {option.Option.Name} is empty. Check the variable that it comes from.");
    }

    /// <summary>A misspelt option would otherwise be taken for a file.</summary>
    public static void RefuseUnknownOptions(ArgumentResult argument)
    {
        foreach (string text in argument.Tokens.Select(token => token.Value))
        {
            if (string.IsNullOrWhiteSpace(text))
                argument.AddError($"One {argument.Argument.Name} is empty. Check the variable that it comes from.");
            else if (text.StartsWith('-') && !File.Exists(text))
                argument.AddError($"There is no option '{text}', and no file of that name.");
        }
    }
}
