using System.CommandLine;
using PdnColorize.Datasets;
using PdnColorize.Datasets.Shards;

namespace PdnColorize.Trainer.Commands.Dataset;

/// <summary>pdncolorize-train dataset build: makes a data set of colour pictures.</summary>
internal static class BuildCommand
{
    private static readonly DatasetOptions Defaults = new() { Output = "" };

    private static readonly Argument<string[]> Folders = new("FOLDER")
    {
        Description = "Folders with colour pictures (PNG, JPEG, WebP), with all folders below.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string?> Index = new("--index") { Description = "Instead of folders: a CSV file with the columns file and, if you like, group, split, weight." };
    private static readonly Option<string?> Split = new("--split") { Description = "With --index: only the rows whose split says this, for instance train." };
    private static readonly Option<string> Output = new("--output", "-o") { Description = "The folder to write.", Required = true };
    private static readonly Option<int> Size = new("--size") { Description = "Largest long side in pixels; larger pictures are shrunk.", DefaultValueFactory = _ => Defaults.Size };
    private static readonly Option<int> LeastSide = new("--least-side") { Description = "Least short side in pixels; smaller pictures are left out.", DefaultValueFactory = _ => Defaults.LeastSide };
    private static readonly Option<ulong> Seed = new("--seed") { Description = "Same seed and pictures, same data set." };
    private static readonly Option<int> Workers = new("--workers") { Description = "Pictures worked on at once.", DefaultValueFactory = _ => Defaults.Workers };
    private static readonly Option<DatasetPart> Shard = new("--shard")
    {
        Description = "k/n: only part k of n, for a machine of a job array; 'dataset merge' joins the parts.",
        CustomParser = result =>
        {
            try
            {
                return DatasetPart.Parse(result.Tokens[0].Value);
            }
            catch (DatasetException e)
            {
                result.AddError(e.Message);
                return default;
            }
        },
    };
    private static readonly Option<int> PicturesPerShard = new("--pictures-per-shard") { Description = "Pictures in a tar file.", DefaultValueFactory = _ => Defaults.PicturesPerShard };
    private static readonly Option<int> LineVariants = new("--line-variants") { Description = "Line drawings of each picture, 1 to 4.", DefaultValueFactory = _ => Defaults.LineVariants };
    private static readonly Option<bool> KeepPhotos = new("--keep-photos") { Description = "Takes pictures that look like photographs." };
    private static readonly Option<bool> KeepDuplicates = new("--keep-near-duplicates") { Description = "Takes pictures that look like an earlier one, such as one character with several expressions." };
    private static readonly Option<bool> Replace = new("--replace") { Description = "Lets the build take the place of another finished data set in the folder to write." };

    public static Command Create()
    {
        Command command = new("build", "Makes a data set of colour pictures: draws line art for each. Goes on where an interrupted build stopped.")
        {
            Folders, Index, Split, Output, Size, LeastSide, Seed, Workers, Shard, PicturesPerShard, LineVariants, KeepPhotos, KeepDuplicates, Replace,
        };
        command.Validators.Add(result =>
        {
            bool hasIndex = result.GetValue(Index) is not null;
            bool hasFolders = result.GetValue(Folders) is { Length: > 0 };
            if (hasIndex == hasFolders) result.AddError("Name either folders with pictures or, by --index, a CSV file that lists them.");
            if (!hasIndex && result.GetValue(Split) is not null) result.AddError("--split chooses rows of the CSV file that --index names.");
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        DatasetOptions options = new()
        {
            Inputs = parsed.GetValue(Folders) ?? [],
            IndexFile = parsed.GetValue(Index),
            Split = parsed.GetValue(Split),
            Output = parsed.GetValue(Output)!,
            Replace = parsed.GetValue(Replace),
            Size = parsed.GetValue(Size),
            LeastSide = parsed.GetValue(LeastSide),
            Seed = parsed.GetValue(Seed),
            Workers = parsed.GetValue(Workers),
            Part = parsed.GetValue(Shard),
            PicturesPerShard = parsed.GetValue(PicturesPerShard),
            LineVariants = parsed.GetValue(LineVariants),
            RejectPhotos = !parsed.GetValue(KeepPhotos),
            RejectNearDuplicates = !parsed.GetValue(KeepDuplicates),
        };
        ShardIndex index = await DatasetProgressBar.RunAsync(progress => DatasetBuilder.BuildAsync(options, progress, cancellationToken));
        DatasetSummary.Write(index, options.Output);
        return ExitCode.Done;
    }
}
