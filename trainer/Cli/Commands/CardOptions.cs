using System.CommandLine;
using PdnColorize.Colorization.Models;
using PdnColorize.Training;
using PdnColorize.Training.Export;

namespace PdnColorize.Trainer.Commands;

/// <summary>The options of the commands that write a model folder: where to, and what is said about the model.</summary>
internal sealed class CardOptions
{
    private const string AttributionFile = "ATTRIBUTION.md";

    private readonly Option<string> _output = new("--output", "-o") { Description = "The model folder to write.", Required = true };
    private readonly Option<string?> _name = new("--name") { Description = "The model's name; the output folder's if not given." };
    private readonly Option<string?> _title = new("--title") { Description = "The name to show." };
    private readonly Option<string> _description = new("--description") { Description = "One or two sentences.", DefaultValueFactory = _ => "" };
    private readonly Option<string?> _licence = new("--licence") { Description = "The weights' licence, an SPDX expression. A fine-tuned model keeps that of the model before if it is not given." };
    private readonly Option<FileInfo?> _attribution = new("--attribution") { Description = "A text that credits whom the licence asks to credit." };
    private readonly Option<bool> _replace = new("--replace") { Description = "Replaces an existing model." };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_output, _name, _title, _description, _licence, _attribution, _replace]) command.Options.Add(option);
    }

    /// <summary>The model folder to write.</summary>
    public string Folder(ParseResult parsed) => parsed.GetValue(_output)!;

    /// <summary>Whether an existing model is replaced.</summary>
    public bool Replace(ParseResult parsed) => parsed.GetValue(_replace);

    /// <summary>What is said about the model.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="knownLicence">The licence if the command line gives none; null where it must.</param>
    /// <exception cref="TrainingException">There is no licence, or the name, title, description or licence cannot be a model's.</exception>
    public ModelCard Card(ParseResult parsed, string? knownLicence)
    {
        string name = Name(parsed);
        string licence = Licence(parsed, knownLicence);
        Dictionary<string, string> documents = [];
        if (parsed.GetValue(_attribution) is { } file) documents[AttributionFile] = File.ReadAllText(file.FullName);
        return new ModelCard
        {
            Name = name,
            DisplayName = Title(parsed) ?? name,
            Description = Description(parsed),
            Licence = licence,
            Attribution = documents.Count > 0 ? AttributionFile : "",
            Documents = documents,
        };
    }

    private string Name(ParseResult parsed)
    {
        if (parsed.GetValue(_name) is { } given)
            return ModelName.IsValid(given) ? given : throw new TrainingException($"--name is '{given}'; {ModelName.Rule}. Give another name.");
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Folder(parsed))));
        return ModelName.IsValid(name)
            ? name
            : throw new TrainingException($"The model would be called '{name}' after the folder of -o; {ModelName.Rule}. Give its name by --name, or another folder by -o.");
    }

    private string? Title(ParseResult parsed)
    {
        string? given = parsed.GetValue(_title);
        if (given is null || ModelText.IsTitle(given)) return given;
        string why = given.Length is 0 or > ModelText.MaximumTitleLength ? $"has {given.Length} characters" : "holds line ends or other control characters";
        throw new TrainingException($"--title {why}; it must be one line of 1 to {ModelText.MaximumTitleLength} characters. Give another, and say more by --description.");
    }

    private string Description(ParseResult parsed)
    {
        string given = parsed.GetValue(_description)!;
        if (ModelText.IsDescription(given)) return given;
        string why = given.Length > ModelText.MaximumLength ? $"has {given.Length} characters" : "holds control characters other than line ends";
        throw new TrainingException($"--description {why}; it may have {ModelText.MaximumLength} characters. Give a shorter one, and say more in a file by --attribution.");
    }

    private string Licence(ParseResult parsed, string? knownLicence)
    {
        if (parsed.GetValue(_licence) is not { } given)
            return knownLicence ?? throw new TrainingException("Say by --licence under which licence the weights are, for instance CC-BY-4.0: the pictures that they were trained on decide.");
        return ModelLicence.IsValid(given) ? given : throw new TrainingException($"--licence is '{given}'; it must be {ModelLicence.Rule}.");
    }
}
