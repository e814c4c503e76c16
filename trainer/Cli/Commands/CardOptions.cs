using System.CommandLine;
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
    /// <exception cref="TrainingException">There is no licence.</exception>
    public ModelCard Card(ParseResult parsed, string? knownLicence)
    {
        string name = parsed.GetValue(_name) ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Folder(parsed))));
        Dictionary<string, string> documents = [];
        if (parsed.GetValue(_attribution) is { } file) documents[AttributionFile] = File.ReadAllText(file.FullName);
        return new ModelCard
        {
            Name = name,
            DisplayName = parsed.GetValue(_title) ?? name,
            Description = parsed.GetValue(_description)!,
            Licence = parsed.GetValue(_licence) ?? knownLicence
                ?? throw new TrainingException("Say by --licence under which licence the weights are, for instance CC-BY-4.0: the pictures that they were trained on decide."),
            Attribution = documents.Count > 0 ? AttributionFile : "",
            Documents = documents,
        };
    }
}
