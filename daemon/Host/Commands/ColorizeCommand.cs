using System.CommandLine;
using PdnColorize.Colorization;
using PdnColorize.Colorization.Models;
using PdnColorize.Host.Batch;
using PdnColorize.Host.Coloring;

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
          pdncolorize colorize girl.png --guesses 9 -o girl.png     (girl-1.png to girl-9.png, and all together: girl-guesses.png)
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
        Option<int?> seed = CommonOptions.WholeNumber("--seed", 0, int.MaxValue,
            "Which guess to make where no hint says the color: 0 for the likeliest (the default), any other number for another one, the same each time.");
        Option<int?> guesses = CommonOptions.WholeNumber("--guesses", 1, PictureJob.MostGuesses,
            $"Make up to {PictureJob.MostGuesses} guesses of each drawing, with the seeds from --seed on: for '-o girl.png' girl-1.png, girl-2.png and so on, "
            + "and girl-guesses.png, which shows them all.");
        Option<string> model = CommonOptions.Model();
        Option<string> device = CommonOptions.Device();
        inputs.Validators.Add(CommonOptions.RefuseUnknownOptions);
        foreach (Option option in (Option[])[hints, output, model, device]) option.Validators.Add(CommonOptions.RefuseEmptyText);
        Option<bool> json = new("--json") { Description = "Print one JSON object for each picture, with the milliseconds of each step." };

        Option<bool> noDaemon = new("--no-daemon")
        {
            Description = "Colour in this process instead of the daemon, which keeps the model in memory between calls. So it is anyway with --device, and with a model given as a folder.",
        };

        Command command = new("colorize", Examples) { inputs, hints, output, result, reach, seed, guesses, model, device, json, noDaemon };
        command.SetAction((parsed, cancellationToken) =>
        {
            ColorizationOptions options = new()
            {
                Result = Enum.Parse<ResultKind>(parsed.GetRequiredValue(result), ignoreCase: true),
                Reach = Enum.Parse<HintReach>(parsed.GetRequiredValue(reach), ignoreCase: true),
                Seed = parsed.GetValue(seed) ?? 0,
            };
            int? wantedGuesses = parsed.GetValue(guesses);
            if (options.Seed > int.MaxValue - wantedGuesses + 1) throw new UsageException($"After --seed {options.Seed} there are no {wantedGuesses} numbers left for --guesses.");
            IReadOnlyList<PictureJob> jobs =
                BatchPlan.Create(parsed.GetRequiredValue(inputs), parsed.GetValue(hints), parsed.GetRequiredValue(output), wantedGuesses);
            string wantedModel = parsed.GetRequiredValue(model);
            string wantedDevice = parsed.GetRequiredValue(device);
            // The daemon has one device, and takes no paths from other processes.
            bool local = parsed.GetValue(noDaemon) || wantedDevice != CommonOptions.AnyDevice || !ModelName.IsValid(wantedModel);
            return Task.Run(() => Run(jobs, options, wantedModel, wantedDevice, local, parsed.GetValue(json), cancellationToken), CancellationToken.None);
        });
        return command;
    }

    private static int Run(
        IReadOnlyList<PictureJob> jobs, ColorizationOptions options, string model, string device, bool local, bool json, CancellationToken cancellationToken)
    {
        BatchReporter reporter = new(json);
        using IPictureColorizer colorizer = local ? LoadHere() : CallDaemon();
        return reporter.WhileRunning(jobs, new BatchRunner(colorizer, options), cancellationToken);

        IPictureColorizer LoadHere() => reporter.WhileLoading(() => new LocalColorizer(ModelLoading.Load(model, device)));

        IPictureColorizer CallDaemon()
        {
            // A wrong name is told at once, with the names that there are.
            ModelLoading.Store.Open(model);
            return new FallbackColorizer(new DaemonColorizer(DaemonClients.Create(), model), LoadHere, Console.Error);
        }
    }

    private static Option<string> Choice(string name, string first, string description, params string[] values)
    {
        Option<string> option = new(name) { Description = description, DefaultValueFactory = _ => first };
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}
