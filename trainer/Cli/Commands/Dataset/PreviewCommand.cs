using System.CommandLine;
using PdnColorize.Datasets;

namespace PdnColorize.Trainer.Commands.Dataset;

/// <summary>pdncolorize-train dataset preview: draws a contact sheet.</summary>
internal static class PreviewCommand
{
    public static Command Create()
    {
        Argument<string> folder = new("SHARDS") { Description = "The data set's folder." };
        Option<string> output = new("--output", "-o") { Description = "The PNG file to write.", Required = true };
        Option<int> pictures = new("--pictures") { Description = "How many pictures, 1 to 200.", DefaultValueFactory = _ => 24 };
        Option<int> cell = new("--cell") { Description = "Side of each cell in pixels, 64 to 512.", DefaultValueFactory = _ => 192 };
        Option<int> columns = new("--columns") { Description = "Pictures beside each other, 1 to 8.", DefaultValueFactory = _ => 2 };
        Option<ulong> seed = new("--seed") { Description = "Of the changed line art in each last cell." };
        Command command = new("preview", "Draws a sheet of pictures, their line art, and line art as training changes it.") { folder, output, pictures, cell, columns, seed };
        Limit(pictures, 1, 200);
        Limit(cell, 64, 512);
        Limit(columns, 1, 8);
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(output)!;
            DatasetPreview.Write(parsed.GetValue(folder)!, path, parsed.GetValue(pictures), parsed.GetValue(cell), parsed.GetValue(columns), parsed.GetValue(seed));
            Console.Out.WriteLine($"Wrote {path}.");
            return ExitCode.Done;
        });
        return command;
    }

    private static void Limit(Option<int> option, int least, int most) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() is var value && (value < least || value > most)) result.AddError($"{option.Name} is {value}, but must be {least} to {most}.");
    });
}
