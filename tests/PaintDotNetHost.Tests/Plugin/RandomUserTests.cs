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
        // Some leave it to the effect which layer holds the lines. The first colours then go to a new layer, and later ones over what the effect itself left there.
        bool isAutomatic = seed % 3 == 0;
        using InstalledPlugin plugin = InstalledPlugin.With(Scenario.Good, new EffectHostOptions { PreviewOnOtherInstance = seed % 2 == 0 });
        RandomUser[] users = [new RandomUser(plugin, random, new TestDrawing(isNew: isAutomatic), isAutomatic), new RandomUser(plugin, random, new TestDrawing(130, 37, isAutomatic), isAutomatic)];

        for (int i = 0; i < Actions; i++) users[random.Next(users.Length)].Act();

        Assert.Empty(plugin.Host.Messages);
        plugin.AssertHostIsWell();
    }

    /// <summary>A user with a document. Each action is a visit to the dialog, or something without it.</summary>
    private sealed class RandomUser(InstalledPlugin plugin, Random random, TestDrawing drawing, bool isAutomatic)
    {
        private static readonly string[] Results = ["colors", "colorsWithLines", "flats"];
        private static readonly string[] Reaches = ["free", "regions"];
        // Without hints the layer of that name is one like all others, and its dots look like lines.
        private readonly string[] _hintChoices = isAutomatic ? ["automatic", "layer:hints"] : ["automatic", "none", "layer:hints"];

        private byte[] _layer = drawing.Before;
        private Func<int, int, bool>? _isSelected;

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
            switch (random.Next(4))
            {
                case 0:
                    (_isSelected, drawing.Document.Selection) = (null, Selection.Everything);
                    break;
                case 1:
                    SelectLozenge(size);
                    break;
                default:
                    (_isSelected, drawing.Document.Selection) = (area.Contains, Selection.OfRectangle(area));
                    break;
            }
        }

        private void SelectLozenge(SizeInt32 size)
        {
            int x = random.Next(size.Width), y = random.Next(size.Height), reach = 1 + random.Next(size.Width);
            _isSelected = (column, row) => Math.Abs(column - x) + Math.Abs(row - y) < reach;
            byte[] mask = new byte[size.Area];
            for (int i = 0; i < mask.Length; i++) mask[i] = (byte)(_isSelected(i % size.Width, i / size.Width) ? 255 : 0);
            drawing.Document.Selection = Selection.OfMask(mask);
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
            DialogSession dialog = isAutomatic ? plugin.Host.OpenDialog(drawing.Document)! : WorkflowTests.Open(plugin, drawing);
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
            switch (random.Next(6))
            {
                case 0:
                    dialog.Set("ColorStrength", random.Next(101));
                    break;
                case 1:
                    dialog.Set("Hints", _hintChoices[random.Next(_hintChoices.Length)]);
                    break;
                case 2:
                    dialog.Set("Result", Results[random.Next(Results.Length)]);
                    break;
                case 3:
                    dialog.Set("Reach", Reaches[random.Next(Reaches.Length)]);
                    break;
                case 4:
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
            return drawing.Expected(_layer, !Equals(Value("Hints"), "none"), (int)Value("ColorStrength")!, Equals(Value("Result"), "colorsWithLines"), _isSelected);
        }
    }
}
