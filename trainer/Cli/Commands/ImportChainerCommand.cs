using System.CommandLine;
using PdnColorize.Colorization.Models;
using PdnColorize.Training.Import;

namespace PdnColorize.Trainer.Commands;

/// <summary>pdncolorize-train import-chainer: makes a model folder of the article's weights.</summary>
internal static class ImportChainerCommand
{
    public static Command Create()
    {
        Argument<string> first = new("FILE") { Description = "Stage 1's weights, as Chainer's save_npz wrote them." };
        Option<string?> second = new("--stage2") { Description = "Stage 2's weights. Without them the model has one stage." };
        CardOptions card = new();
        Command command = new("import-chainer", "Makes a model folder of weights of the article's network (PaintsChainer's unet.py).") { first, second };
        card.AddTo(command);
        command.SetAction(parsed =>
        {
            ModelManifest manifest = ChainerImport.Write(
                parsed.GetValue(first)!, parsed.GetValue(second), card.Folder(parsed), card.Card(parsed, knownLicence: null), card.Replace(parsed));
            Console.Out.WriteLine($"Wrote {manifest.Name} to {card.Folder(parsed)}: {string.Join(" and ", manifest.Stages.Select(stage => $"{stage.BaseChannels} base channels"))}.");
            return ExitCode.Done;
        });
        return command;
    }
}
