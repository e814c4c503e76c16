using PaintDotNet.Rendering;
using PdnColorize.PaintDotNetHost.Documents;
using PdnColorize.PaintDotNetHost.Rendering;
using PdnColorize.PaintDotNetHost.Sessions;
using PdnColorize.TestDaemon;

namespace PdnColorize.PaintDotNetHost.Tests.Plugin;

/// <summary>Documents at the edge of what there is, and layers that will not do, with the effect as it ships.</summary>
public sealed class UnusualDocumentTests
{
    [Theory]
    [InlineData(1, 1, "none")]
    [InlineData(1, 900, "automatic")]
    [InlineData(16384, 16, "automatic")]
    public void Ok_UnusualSizes_AreColoured(int width, int height, string hints)
    {
        using InstalledPlugin plugin = InstalledPlugin.With(Scenario.Good);
        TestDrawing drawing = new(width, height);

        DialogSession dialog = WorkflowTests.Open(plugin, drawing);
        dialog.Set("Hints", hints);
        Assert.Equal(RenderStatus.Completed, dialog.Ok(InstalledPlugin.Limit));

        Assert.Equal(drawing.Expected(hints: hints != "none"), drawing.Document.ActiveLayer.Pixels);
        // Until the user has chosen, the first preview may say that one pixel is no line and a dot on it covers all.
        if (width > 1 || height > 1) Assert.Empty(plugin.Host.Messages);
        plugin.AssertHostIsWell();
    }

    [Fact]
    public void Ok_OnePixelIsSelected_ChangesThatOne()
    {
        using InstalledPlugin plugin = InstalledPlugin.With(Scenario.Good);
        TestDrawing drawing = new();
        RectInt32 selected = new(31, 22, 1, 1);
        drawing.Document.Selection = Selection.OfRectangle(selected);

        Assert.Equal(RenderStatus.Completed, WorkflowTests.Open(plugin, drawing).Ok(InstalledPlugin.Limit));

        Assert.Equal(drawing.Expected(isSelected: selected.Contains), drawing.Document.ActiveLayer.Pixels);
        Assert.NotEqual(drawing.Before, drawing.Document.ActiveLayer.Pixels);
        plugin.AssertHostIsWell();
    }

    [Fact]
    public void Ok_NoLinesOnAnyLayer_OneMessageAndTheLayerStays()
    {
        using InstalledPlugin plugin = InstalledPlugin.With(Scenario.Good);
        TestDrawing drawing = new();
        drawing.Document.Layers[1].Pixels.AsSpan().Fill(255);
        drawing.Document.ActiveLayer.Pixels.AsSpan().Fill(90);
        byte[] before = [.. drawing.Document.ActiveLayer.Pixels];

        Assert.Equal(RenderStatus.Completed, plugin.Host.OpenDialog(drawing.Document)!.Ok(InstalledPlugin.Limit));

        AssertOneMessage(plugin, "No lines were found");
        Assert.Equal(before, drawing.Document.ActiveLayer.Pixels);
    }

    [Fact]
    public void Ok_HintLayerIsAPicture_OneMessageAndTheLayerStays()
    {
        using InstalledPlugin plugin = InstalledPlugin.With(Scenario.Good);
        TestDrawing drawing = new();
        DialogSession dialog = plugin.Host.OpenDialog(drawing.Document)!;
        Assert.Equal(RenderStatus.Completed, dialog.WaitForPreview(InstalledPlugin.Limit));

        dialog.Set("Hints", "layer:lines");
        dialog.Set("ColorStrength", 50);
        Assert.Equal(RenderStatus.Completed, dialog.Ok(InstalledPlugin.Limit));

        AssertOneMessage(plugin, "“lines” covers the whole picture");
        Assert.Equal(drawing.Before, drawing.Document.ActiveLayer.Pixels);
    }

    [Fact]
    public void Ok_HintsAreTheActiveLayer_OneMessageAndTheHintsStay()
    {
        using InstalledPlugin plugin = InstalledPlugin.With(Scenario.Good);
        TestDrawing drawing = new();
        drawing.Document.Activate("hints");
        byte[] before = [.. drawing.Document.ActiveLayer.Pixels];

        Assert.Equal(RenderStatus.Completed, plugin.Host.OpenDialog(drawing.Document)!.Ok(InstalledPlugin.Limit));

        AssertOneMessage(plugin, "“hints” holds the hints");
        Assert.Equal(before, drawing.Document.ActiveLayer.Pixels);
    }

    private static void AssertOneMessage(InstalledPlugin plugin, string expected)
    {
        UserMessage message = Assert.Single(plugin.WaitForMessages(1));
        Assert.Contains(expected, message.Text, StringComparison.Ordinal);
        plugin.AssertHostIsWell();
    }
}
