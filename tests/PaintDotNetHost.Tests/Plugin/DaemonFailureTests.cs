using PdnColorize.PaintDotNetHost.Rendering;
using PdnColorize.PaintDotNetHost.Sessions;
using PdnColorize.TestDaemon;

namespace PdnColorize.PaintDotNetHost.Tests.Plugin;

/// <summary>Daemons that are missing, break and refuse: one message says what happened and what to do, and the layer stays as it was.</summary>
public sealed class DaemonFailureTests
{
    [Theory]
    [InlineData(Scenario.DieWhileStarting, "could not start", false)]
    [InlineData(Scenario.NonsenseAtHello, "makes no sense", false)]
    [InlineData(Scenario.TooOld, "too old for this plug-in", false)]
    [InlineData(Scenario.TooNew, "This plug-in is too old", false)]
    [InlineData(Scenario.Busy, "Other pictures are being coloured", false)]
    [InlineData(Scenario.Busy, "Other pictures are being coloured", true)]
    [InlineData(Scenario.DieInJob, "stopped in the middle", false)]
    [InlineData(Scenario.OutOfMemory, "not enough free memory", false)]
    [InlineData(Scenario.BadResult, "gave no usable colours", false)]
    [InlineData(Scenario.NewError, "The moon is in the way.", false)]
    public void DialogAndOk_DaemonFails_OneMessageAndTheLayerStays(Scenario scenario, string expected, bool previewOnOtherInstance)
    {
        using InstalledPlugin plugin = InstalledPlugin.With(scenario, new EffectHostOptions { PreviewOnOtherInstance = previewOnOtherInstance });

        AssertOneMessage(plugin, expected);
    }

    [Fact]
    public void DialogAndOk_NoDaemon_OneMessageAndTheLayerStays()
    {
        using InstalledPlugin plugin = InstalledPlugin.WithoutDaemon();

        AssertOneMessage(plugin, "was not found");
    }

    [Theory]
    [InlineData("fail", "Something went wrong in the program that does the colouring")]
    [InlineData("memory", "not enough free memory")]
    [InlineData("crash", "stopped in the middle")]
    public void DialogAndOk_EngineFails_OneMessageAndTheLayerStays(string model, string expected)
    {
        using InstalledPlugin plugin = InstalledPlugin.WithTestEngine();

        AssertOneMessage(plugin, expected, model);
    }

    [Fact]
    public void OpenDialog_NoLogsYet_MakesTheirFolderAndThenNotesFailures()
    {
        using InstalledPlugin plugin = InstalledPlugin.WithoutDaemon();
        TestDrawing drawing = new();
        Assert.False(Directory.Exists(plugin.Logs));

        DialogSession dialog = plugin.Host.OpenDialog(drawing.Document)!;

        Assert.True(Directory.Exists(plugin.Logs));
        dialog.Ok(InstalledPlugin.Limit);
        plugin.Host.WaitForMessages(1, InstalledPlugin.Limit);
        Assert.Contains("DaemonException: The program that does the colouring", File.ReadAllText(Path.Combine(plugin.Logs, "effect.log")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Repeat_NoDaemon_OneMessageEachTime(bool previewOnOtherInstance, bool disposesDialogLate)
    {
        using InstalledPlugin plugin = InstalledPlugin.WithoutDaemon(new EffectHostOptions { PreviewOnOtherInstance = previewOnOtherInstance, DisposesDialogLate = disposesDialogLate });
        TestDrawing drawing = new();
        DialogSession dialog = plugin.Host.OpenDialog(drawing.Document)!;
        // Where the dialog is disposed late, an OK before its preview has begun looks like the preview, and the first Repeat like the OK.
        if (disposesDialogLate) dialog.WaitForPreview(InstalledPlugin.Limit);
        dialog.Ok(InstalledPlugin.Limit);
        Assert.Single(plugin.WaitForMessages(1));

        for (int repeats = 1; repeats <= 2; repeats++)
        {
            plugin.Host.Repeat(drawing.Document).Wait(InstalledPlugin.Limit);
            Assert.Equal(1 + repeats, plugin.WaitForMessages(1 + repeats).Count);
        }

        Assert.Equal(drawing.Before, drawing.Document.ActiveLayer.Pixels);
        plugin.AssertHostIsWell();
    }

    [Fact]
    public void ColorAgain_DaemonWorksNow_TheResultComesAndNoFurtherMessage()
    {
        using InstalledPlugin plugin = InstalledPlugin.With(Scenario.DieWhileStarting);
        TestDrawing drawing = new();
        DialogSession dialog = WorkflowTests.Open(plugin, drawing);
        dialog.WaitForPreview(InstalledPlugin.Limit);
        Assert.Equal(drawing.Before, dialog.PreviewPixels);
        int before = plugin.Host.WaitForMessages(1, InstalledPlugin.Limit).Count;
        InstalledPlugin.Behave(Scenario.Good);

        dialog.Press("ColorAgain");
        dialog.WaitForPreview(InstalledPlugin.Limit);
        Assert.Equal(drawing.Expected(), dialog.PreviewPixels);
        dialog.Ok(InstalledPlugin.Limit);

        Assert.Equal(drawing.Expected(), drawing.Document.ActiveLayer.Pixels);
        Assert.Equal(before, plugin.WaitForMessages(before).Count);
        plugin.AssertHostIsWell();
    }

    [Theory]
    [InlineData(Scenario.DieInFirstJob)]
    [InlineData(Scenario.LeaveAtFirstJob)]
    public void DialogAndOk_DaemonGoesInTheMiddleOnce_TheResultComesAndNoMessage(Scenario scenario)
    {
        using InstalledPlugin plugin = InstalledPlugin.With(scenario);
        TestDrawing drawing = new();

        Assert.Equal(RenderStatus.Completed, WorkflowTests.Open(plugin, drawing).Ok(InstalledPlugin.Limit));

        Assert.Equal(drawing.Expected(), drawing.Document.ActiveLayer.Pixels);
        Assert.Empty(plugin.WaitForMessages(0));
        plugin.AssertHostIsWell();
    }

    [Fact]
    public void Ok_DaemonKilledAfterThePreview_TheResultIsStillThere()
    {
        using InstalledPlugin plugin = InstalledPlugin.With(Scenario.Good);
        TestDrawing drawing = new();
        DialogSession dialog = WorkflowTests.Open(plugin, drawing);
        dialog.WaitForPreview(InstalledPlugin.Limit);
        plugin.KillDaemons();

        Assert.Equal(RenderStatus.Completed, dialog.Ok(InstalledPlugin.Limit));

        Assert.Equal(drawing.Expected(), drawing.Document.ActiveLayer.Pixels);
        Assert.Empty(plugin.WaitForMessages(0));
        plugin.AssertHostIsWell();
    }

    private static void AssertOneMessage(InstalledPlugin plugin, string expected, string? model = null)
    {
        TestDrawing drawing = new();
        DialogSession dialog = plugin.Host.OpenDialog(drawing.Document)!;
        if (model is not null)
        {
            dialog.WaitForPreview(InstalledPlugin.Limit);
            dialog.Set("Model", model);
        }

        Assert.Equal(RenderStatus.Completed, dialog.WaitForPreview(InstalledPlugin.Limit));
        Assert.Equal(RenderStatus.Completed, dialog.Ok(InstalledPlugin.Limit));

        UserMessage message = Assert.Single(plugin.WaitForMessages(1));
        Assert.Contains(expected, message.Text, StringComparison.Ordinal);
        Assert.Equal(drawing.Before, drawing.Document.ActiveLayer.Pixels);
        plugin.AssertHostIsWell();
    }
}
