using System.CommandLine;
using PdnColorize.Colorization;
using PdnColorize.Host.Batch;

namespace PdnColorize.Host.Commands;

/// <summary>pdncolorize colorize: colours pictures.</summary>
internal static class ColorizeCommand
{
    private const string Examples = """
        Colours line drawings of any size: PNG, JPEG, WebP, GIF, BMP or TIFF, up to 64 MiB and 100 megapixels.

        Examples:
          pdncolorize colorize girl.png -o girl-coloured.png
          pdncolorize colorize girl.png --hints girl.hints.png -o girl-coloured.png
          pdncolorize colorize girl.png --result flats -o girl-flats.png
          pdncolorize colorize pages/ --hints hints/ -o coloured/

        A hint layer has the drawing's size and is transparent except for the dots and strokes painted on it.
        Exit codes: 0 done, 1 the program itself is broken (see 'pdncolorize doctor'), 2 wrong usage, 3 bad input, 4 bad model, 5 out of memory, 6 some pictures failed, 130 cancelled.
        """;

    public static Command Create()
    {
        Argument<string[]> inputs = new("INPUT")
        {
            Description = "The drawings: files, or one folder.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string?> hints = new("--hints")
        {
            Description = "The hint layer; with several drawings a folder that holds hint layers of the same names (for girl.png: girl.hints.png or girl.png). "
                + "A drawing without one is coloured without hints.",
            HelpName = "PATH",
        };
        Option<string> output = new("--output", "-o")
        {
            Description = "Where the result goes: a file; with several drawings an existing folder.",
            HelpName = "PATH",
            Required = true,
        };
        Option<string> result = Choice("--result", "composite",
            "What to paint: the drawing over its colours (composite), colours for a layer under the lines (colors), or one flat colour for each region (flats).", "composite", "colors", "flats");
        Option<string> reach = Choice("--reach", "free",
            "How far a hint reaches: as far as the network finds fitting (free), or only the closed regions that it touches (regions).", "free", "regions");
        Option<string> model = CommonOptions.Model();
        Option<string> device = CommonOptions.Device();
        inputs.Validators.Add(CommonOptions.RefuseUnknownOptions);
        foreach (Option option in (Option[])[hints, output, model, device]) option.Validators.Add(CommonOptions.RefuseEmptyText);
        Option<bool> json = new("--json") { Description = "Print one JSON object for each picture, with the milliseconds of each step." };

        Command command = new("colorize", Examples) { inputs, hints, output, result, reach, model, device, json };
        command.SetAction((parsed, cancellationToken) =>
        {
            ColorizationOptions options = new()
            {
                Result = Enum.Parse<ResultKind>(parsed.GetRequiredValue(result), ignoreCase: true),
                Reach = Enum.Parse<HintReach>(parsed.GetRequiredValue(reach), ignoreCase: true),
            };
            IReadOnlyList<PictureJob> jobs =
                BatchPlan.Create(parsed.GetRequiredValue(inputs), parsed.GetValue(hints), parsed.GetRequiredValue(output));
            return Task.Run(
                () => Run(jobs, options, parsed.GetRequiredValue(model), parsed.GetRequiredValue(device), parsed.GetValue(json), cancellationToken),
                CancellationToken.None);
        });
        return command;
    }

    private static int Run(
        IReadOnlyList<PictureJob> jobs, ColorizationOptions options, string model, string device, bool json, CancellationToken cancellationToken)
    {
        BatchReporter reporter = new(json);
        using Colorizer colorizer = reporter.WhileLoading(() => ModelLoading.Load(model, device));
        BatchRunner runner = new(colorizer, options, colorizer.Model.Name);
        return reporter.WhileRunning(jobs, runner, cancellationToken);
    }

    private static Option<string> Choice(string name, string first, string description, params string[] values)
    {
        Option<string> option = new(name) { Description = description, DefaultValueFactory = _ => first };
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}
