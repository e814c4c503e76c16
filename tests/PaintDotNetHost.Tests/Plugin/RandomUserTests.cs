using PaintDotNet.Rendering;
using PdnColorize.PaintDotNetHost.Documents;
using PdnColorize.PaintDotNetHost.Rendering;
using PdnColorize.PaintDotNetHost.Sessions;
using PdnColorize.TestDaemon;

namespace PdnColorize.PaintDotNetHost.Tests.Plugin;

/// <summary>Users who do this and that, seeded: whatever they did, the layer is what the last OK or Repeat made of it, and the host is well.</summary>
public sealed class RandomUserTests
{
    private const int Actions = 8;

    public static TheoryData<int> Seeds => new(Enumerable.Range(1, 20));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void RandomActions_WithAGoodDaemon_TheLayerIsWhatTheLastRunMadeOfIt(int seed)
    {
        Random random = new(seed);
        using InstalledPlugin plugin = InstalledPlugin.With(Scenario.Good, new EffectHostOptions { PreviewOnOtherInstance = seed % 2 == 0 });
        RandomUser[] users = [new RandomUser(plugin, random, new TestDrawing()), new RandomUser(plugin, random, new TestDrawing(130, 37))];

        for (int i = 0; i < Actions; i++) users[random.Next(users.Length)].Act();

        Assert.Empty(plugin.Host.Messages);
        plugin.AssertHostIsWell();
    }

    /// <summary>A user with a document. Each action is a visit to the dialog, or something without it.</summary>
    private sealed class RandomUser(InstalledPlugin plugin, Random random, TestDrawing drawing)
    {
        private static readonly string[] Results = ["colors", "colorsWithLines", "flats"];
        private static readonly string[] HintChoices = ["automatic", "none", "layer:hints"];

        private byte[] _layer = drawing.Before;
        private RectInt32? _selected;

        public void Act()
        {
            switch (random.Next(8))
            {
                case 0:
                    drawing.PaintHint(random.Next(drawing.Document.Size.Width), random.Next(drawing.Document.Size.Height), (byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256));
                    break;
                case 1:
                    Select();
                    break;
                case 2 when random.Next(3) == 0:
                    plugin.KillDaemons();
                    break;
                case 3 when plugin.Host.LastToken is not null:
                    Repeat();
                    break;
                default:
                    VisitDialog();
                    break;
            }

            Assert.Equal(_layer, drawing.Document.ActiveLayer.Pixels);
        }

        private void Select()
        {
            SizeInt32 size = drawing.Document.Size;
            RectInt32 area = new(random.Next(size.Width), random.Next(size.Height), 1 + random.Next(size.Width), 1 + random.Next(size.Height));
            _selected = random.Next(3) == 0 ? null : area;
            drawing.Document.Selection = _selected is { } selected ? Selection.OfRectangle(selected) : Selection.Everything;
        }

        private void Repeat()
        {
            EffectRun run = plugin.Host.Repeat(drawing.Document);
            bool isCancelled = random.Next(4) == 0;
            if (isCancelled) run.Cancel();
            // It may have been quicker than the user.
            if (run.Wait(InstalledPlugin.Limit) == RenderStatus.Completed) _layer = Expected();
        }

        private void VisitDialog()
        {
            DialogSession dialog = WorkflowTests.Open(plugin, drawing);
            for (int i = random.Next(5); i > 0; i--)
            {
                Change(dialog);
                if (random.Next(2) == 0) dialog.WaitForPreview(InstalledPlugin.Limit);
            }

            if (random.Next(3) == 0)
            {
                dialog.Cancel();
                return;
            }

            EffectRun run = dialog.BeginOk()!;
            if (random.Next(6) == 0) run.Cancel();
            if (run.Wait(InstalledPlugin.Limit) == RenderStatus.Completed) _layer = Expected();
        }

        private void Change(DialogSession dialog)
        {
            switch (random.Next(5))
            {
                case 0:
                    dialog.Set("ColorStrength", random.Next(101));
                    break;
                case 1:
                    dialog.Set("Hints", HintChoices[random.Next(HintChoices.Length)]);
                    break;
                case 2:
                    dialog.Set("Result", Results[random.Next(Results.Length)]);
                    break;
                case 3:
                    dialog.Set("LineWidth", random.Next(5));
                    break;
                default:
                    dialog.Press("ColorAgain");
                    break;
            }
        }

        private byte[] Expected()
        {
            object? Value(string name) => plugin.Host.LastToken!.Properties[name]!.Value;
            return drawing.Expected(_layer, !Equals(Value("Hints"), "none"), (int)Value("ColorStrength")!, Equals(Value("Result"), "colorsWithLines"), _selected);
        }
    }
}
