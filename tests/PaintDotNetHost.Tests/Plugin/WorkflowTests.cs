using PaintDotNet.Rendering;
using PdnColorize.PaintDotNetHost.Documents;
using PdnColorize.PaintDotNetHost.Rendering;
using PdnColorize.PaintDotNetHost.Sessions;
using PdnColorize.TestDaemon;

namespace PdnColorize.PaintDotNetHost.Tests.Plugin;

/// <summary>What an illustrator does with the effect, when all goes well.</summary>
public sealed class WorkflowTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void PreviewOkRepeat_SameDrawing_IsColouredOnce(bool previewOnOtherInstance)
    {
        using InstalledPlugin plugin = InstalledPlugin.With(Scenario.Good, new EffectHostOptions { PreviewOnOtherInstance = previewOnOtherInstance });
        TestDrawing drawing = new();
        byte[] expected = drawing.Expected();

        DialogSession dialog = Open(plugin, drawing);
        Assert.Equal(RenderStatus.Completed, dialog.WaitForPreview(InstalledPlugin.Limit));
        Assert.Equal(expected, dialog.PreviewPixels);
        Assert.Equal(drawing.Before, drawing.Document.ActiveLayer.Pixels);
        Assert.Equal(RenderStatus.Completed, dialog.Ok(InstalledPlugin.Limit));
        Assert.Equal(expected, drawing.Document.ActiveLayer.Pixels);
        Assert.Equal(RenderStatus.Completed, plugin.Host.Repeat(drawing.Document).Wait(InstalledPlugin.Limit));

        Assert.Equal(expected, drawing.Document.ActiveLayer.Pixels);
        Assert.Equal(1, plugin.Count("job"));
        Assert.Empty(plugin.Host.Messages);
        plugin.AssertHostIsWell();
    }

    [Fact]
    public void OpenDialog_HintsChangedAfterOk_ColoursAnewWithThem()
    {
        using InstalledPlugin plugin = InstalledPlugin.With(Scenario.Good);
        TestDrawing drawing = new();
        Open(plugin, drawing).Ok(InstalledPlugin.Limit);
        byte[] first = [.. drawing.Document.ActiveLayer.Pixels];

        drawing.PaintHint(30, 20, 200, 10, 10);
        Assert.Equal(RenderStatus.Completed, Open(plugin, drawing).Ok(InstalledPlugin.Limit));

        Assert.NotEqual(first, drawing.Document.ActiveLayer.Pixels);
        Assert.Equal(drawing.Expected(), drawing.Document.ActiveLayer.Pixels);
        Assert.Equal(2, plugin.Count("job"));
        Assert.Empty(plugin.Host.Messages);
        plugin.AssertHostIsWell();
    }

    [Fact]
    public void ColorStrength_Moved_ChangesThePreviewWithoutANewRun()
    {
        using InstalledPlugin plugin = InstalledPlugin.With(Scenario.Good);
        TestDrawing drawing = new();
        DialogSession dialog = Open(plugin, drawing);
        dialog.WaitForPreview(InstalledPlugin.Limit);

        foreach (int strength in (int[])[75, 30, 0])
        {
            dialog.Set("ColorStrength", strength);
            Assert.Equal(RenderStatus.Completed, dialog.WaitForPreview(InstalledPlugin.Limit));
            Assert.Equal(drawing.Expected(strength: strength), dialog.PreviewPixels);
        }

        dialog.Cancel();
        Assert.Equal(1, plugin.Count("job"));
        plugin.AssertHostIsWell();
    }

    [Fact]
    public void ColorAgain_Pressed_ColoursAnew()
    {
        using InstalledPlugin plugin = InstalledPlugin.With(Scenario.Good);
        TestDrawing drawing = new();
        DialogSession dialog = Open(plugin, drawing);
        dialog.WaitForPreview(InstalledPlugin.Limit);

        dialog.Press("ColorAgain");

        Assert.Equal(RenderStatus.Completed, dialog.Ok(InstalledPlugin.Limit));
        Assert.Equal(2, plugin.Count("job"));
        Assert.Equal(drawing.Expected(), drawing.Document.ActiveLayer.Pixels);
        plugin.AssertHostIsWell();
    }

    [Fact]
    public void Selection_Rectangle_OnlyItIsColoured()
    {
        using InstalledPlugin plugin = InstalledPlugin.With(Scenario.Good);
        TestDrawing drawing = new();
        RectInt32 selected = new(10, 7, 33, 21);
        drawing.Document.Selection = Selection.OfRectangle(selected);

        Assert.Equal(RenderStatus.Completed, Open(plugin, drawing).Ok(InstalledPlugin.Limit));

        Assert.Equal(drawing.Expected(isSelected: selected.Contains), drawing.Document.ActiveLayer.Pixels);
        plugin.AssertHostIsWell();
    }

    [Fact]
    public void TwoDocuments_InTurn_EachHasItsOwnColours()
    {
        using InstalledPlugin plugin = InstalledPlugin.With(Scenario.Good);
        TestDrawing one = new();
        TestDrawing other = new(120, 33);
        other.PaintHint(70, 20, 1, 2, 3);

        Open(plugin, one).Ok(InstalledPlugin.Limit);
        Assert.Equal(RenderStatus.Completed, plugin.Host.Repeat(other.Document).Wait(InstalledPlugin.Limit));
        Assert.Equal(RenderStatus.Completed, plugin.Host.Repeat(one.Document).Wait(InstalledPlugin.Limit));

        Assert.Equal(one.Expected(), one.Document.ActiveLayer.Pixels);
        Assert.Equal(other.Expected(), other.Document.ActiveLayer.Pixels);
        Assert.Equal(2, plugin.Count("job"));
        Assert.Empty(plugin.Host.Messages);
        plugin.AssertHostIsWell();
    }

    [Fact]
    public void DaemonWithTestEngine_DefaultSettings_ColourTheLayer()
    {
        using InstalledPlugin plugin = InstalledPlugin.WithTestEngine();
        TestDrawing drawing = new();

        DialogSession dialog = plugin.Host.OpenDialog(drawing.Document)!;
        Assert.Equal(RenderStatus.Completed, dialog.Ok(InstalledPlugin.Limit));

        Assert.NotEqual(drawing.Before, drawing.Document.ActiveLayer.Pixels);
        Assert.Empty(plugin.Host.Messages);
        plugin.AssertHostIsWell();
    }

    /// <summary>The dialog, with the lines chosen by name, so that nothing depends on what looks like lines.</summary>
    internal static DialogSession Open(InstalledPlugin plugin, TestDrawing drawing)
    {
        DialogSession? dialog = plugin.Host.OpenDialog(drawing.Document);
        plugin.AssertHostIsWell();
        dialog!.Set("LineArt", "layer:lines");
        return dialog;
    }
}
