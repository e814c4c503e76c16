using System.CommandLine;
using PdnColorize.Datasets;
using PdnColorize.Datasets.Shards;

namespace PdnColorize.Trainer.Commands.Dataset;

/// <summary>pdncolorize-train dataset merge: joins the parts of a job array.</summary>
internal static class MergeCommand
{
    public static Command Create()
    {
        Argument<string[]> parts = new("PART") { Description = "The folders that 'dataset build --shard k/n' wrote, all of them.", Arity = ArgumentArity.OneOrMore };
        Option<string> output = new("--output", "-o") { Description = "The folder to write.", Required = true };
        Option<bool> keepDuplicates = new("--keep-near-duplicates") { Description = "Takes pictures that look like an earlier one." };
        Option<bool> replace = new("--replace") { Description = "Lets the merge take the place of another finished data set in the folder to write." };
        Command command = new("merge", "Joins parts into the data set that one machine would have built.") { parts, output, keepDuplicates, replace };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string folder = parsed.GetValue(output)!;
            ShardIndex index = await DatasetProgressBar.RunAsync(progress =>
                DatasetMerge.RunAsync(parsed.GetValue(parts)!, folder, !parsed.GetValue(keepDuplicates), parsed.GetValue(replace), progress, cancellationToken));
            DatasetSummary.Write(index, folder);
            return ExitCode.Done;
        });
        return command;
    }
}
