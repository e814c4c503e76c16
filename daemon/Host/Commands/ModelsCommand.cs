using System.CommandLine;
using PdnColorize.Colorization.Models;
using Spectre.Console;

namespace PdnColorize.Host.Commands;

/// <summary>pdncolorize models: lists and verifies models.</summary>
internal static class ModelsCommand
{
    public static Command Create()
    {
        Command list = new("list", "Lists the installed models.");
        list.SetAction(_ => List());

        Argument<string[]> names = new("MODEL")
        {
            Description = "Names or folders of models; all installed ones if none is given.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        names.Validators.Add(CommonOptions.RefuseUnknownOptions);
        Command verify = new("verify", "Checks every weight file: hash, names, shapes and numbers.") { names };
        verify.SetAction(parsed => Verify(parsed.GetValue(names) ?? []));

        return new Command("models", "Lists and verifies models.") { list, verify };
    }

    private static int List()
    {
        IReadOnlyList<ModelListing> listings = ModelLoading.Store.List();
        Table table = new Table().AddColumns("Model", "What it is", "Preset", "Stages", "Licence", "Folder").Border(TableBorder.Simple);
        foreach (ModelListing listing in listings)
        {
            string[] cells = listing.Manifest is { } manifest
                ? [listing.Name, manifest.DisplayName, manifest.Preset.ToString().ToLowerInvariant(), $"{manifest.Stages.Count}", manifest.Licence, listing.Folder]
                : [listing.Name, $"cannot be used: {listing.Problem!.Message}", "", "", "", listing.Folder];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        Terminal.Output.Write(table);
        if (listings.Count == 0) Console.Error.WriteLine($"There are no models in {string.Join(", ", ModelLoading.Store.Roots)}.");
        return listings.Any(listing => listing.Problem is null) ? ExitCode.Done : ExitCode.BadModel;
    }

    private static int Verify(string[] names)
    {
        int exitCode = ExitCode.Done;
        string[] wanted = names.Length > 0 ? names : [.. ModelLoading.Store.List().Select(listing => listing.Name)];
        if (wanted.Length == 0) throw new ModelException(ModelError.NotFound, $"There are no models in {string.Join(", ", ModelLoading.Store.Roots)}.");
        foreach (string name in wanted)
        {
            try
            {
                LoadedModel model = ModelLoading.Store.Open(name).LoadWeights();
                Console.Out.WriteLine($"{name}: good ({model.Stages.Count} {(model.Stages.Count == 1 ? "stage" : "stages")}, {model.Stages.Sum(stage => stage.Layout.ElementCount):N0} numbers)");
            }
            catch (ModelException e)
            {
                Console.Error.WriteLine($"{name}: {e.Message}");
                exitCode = ExitCode.BadModel;
            }
        }

        return exitCode;
    }
}
