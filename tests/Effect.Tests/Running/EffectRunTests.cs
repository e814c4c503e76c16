using System.Runtime.InteropServices;
using PaintDotNet.Rendering;
using PdnColorize.Effect.Dialog;
using PdnColorize.Effect.Texts;
using PdnColorize.PaintDotNetHost.Documents;
using PdnColorize.PaintDotNetHost.Rendering;
using PdnColorize.PaintDotNetHost.Sessions;
using PdnColorize.TestDaemon;

namespace PdnColorize.Effect.Tests.Running;

/// <summary>The effect as Paint.NET runs it, with a daemon that turns each byte into its opposite.</summary>
[Collection(nameof(EffectRunTests))]
[CollectionDefinition(nameof(EffectRunTests), DisableParallelization = true)]
public sealed class EffectRunTests : IDisposable
{
    private const uint White = 0xFFFFFFFF;
    private const uint Black = 0xFF000000;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    private readonly RunningDaemon _daemon = RunningDaemon.Start();
    private readonly EffectHost _host = new(typeof(AutoColorizeEffect));

    /// <summary>A setting, its value, and what of the daemon's notes must change by it.</summary>
    public static TheoryData<string, object, string> Settings => new()
    {
        { nameof(AutoColorizeProperty.Result), Choices.ColorsWithLines, "Composite Free - - hints" },
        { nameof(AutoColorizeProperty.Result), Choices.Flats, "Flats Free - - hints" },
        { nameof(AutoColorizeProperty.Reach), Choices.Regions, "Colors Regions - - hints" },
        { nameof(AutoColorizeProperty.Hints), "none", "Colors Free - - -" },
        { nameof(AutoColorizeProperty.Hints), "layer:paper", "" },
        { nameof(AutoColorizeProperty.LineWidth), 7, "Colors Free - 7 hints" },
        // These two are what Automatic finds: the same request.
        { nameof(AutoColorizeProperty.LineArt), "layer:lines", "" },
        { nameof(AutoColorizeProperty.LineArt), "active", "" },
        { nameof(AutoColorizeProperty.LineArt), "visible", "Colors Free - - hints" },
        { nameof(AutoColorizeProperty.ColorAgain), 1, "Colors Free - - hints" },
        { nameof(AutoColorizeProperty.ColorStrength), 40, "" },
    };

    [Fact]
    public void Ok_NewLayerUnderTheLines_HoldsTheColoursAndNothingElseChanges()
    {
        Document document = Workflow();
        byte[][] before = [.. document.Layers.Select(layer => (byte[])layer.Pixels.Clone())];

        Run(document);

        AssertClean();
        Assert.Equal(Expected(document), document.ActiveLayer.Pixels);
        Assert.All([0, 2, 3], i => Assert.Equal(before[i], document.Layers[i].Pixels));
        Assert.Equal(["Colors Free - - hints"], _daemon.Notes("settings"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Ok_AfterAPreviewAndThenRepeat_CostsOneColorization(bool previewOnOtherInstance)
    {
        using EffectHost host = new(typeof(AutoColorizeEffect), new EffectHostOptions { PreviewOnOtherInstance = previewOnOtherInstance });
        Document document = Workflow();
        DialogSession dialog = host.OpenDialog(document)!;
        Assert.Equal(RenderStatus.Completed, dialog.WaitForPreview(Limit));

        Assert.Equal(RenderStatus.Completed, dialog.Ok(Limit));
        Assert.Equal(RenderStatus.Completed, host.Repeat(document).Wait(Limit));

        Assert.Empty(host.Failures);
        Assert.Equal(Expected(document), document.ActiveLayer.Pixels);
        Assert.Single(_daemon.Notes("settings"));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Set_ASetting_IsWhatTheDaemonIsAskedFor(string name, object value, string expected)
    {
        Document document = Workflow();
        DialogSession dialog = _host.OpenDialog(document)!;
        dialog.WaitForPreview(Limit);

        dialog.Set(name, value);
        dialog.WaitForPreview(Limit);

        // The same pixels and settings as before are not asked for again.
        string[] news = [.. _daemon.Notes("settings").Skip(1)];
        Assert.Equal(expected.Length == 0 ? [] : [expected], news);
        dialog.Cancel();
        Assert.Empty(_host.Failures);
    }

    [Fact]
    public void Set_ColourStrength_FadesTheResultWithoutTheDaemon()
    {
        Document document = Workflow();
        DialogSession dialog = _host.OpenDialog(document)!;
        dialog.WaitForPreview(Limit);

        dialog.Set(nameof(AutoColorizeProperty.ColorStrength), 0);
        dialog.WaitForPreview(Limit);

        byte[] full = Expected(document), faded = dialog.PreviewPixels;
        for (int i = 0; i < full.Length; i++) Assert.Equal(i % 4 == 3 ? full[i] : 255, faded[i]);
        dialog.Cancel();
        Assert.Single(_daemon.Notes("settings"));
    }

    [Fact]
    public void Press_ColourAgain_IsAnotherGuess()
    {
        DialogSession dialog = _host.OpenDialog(Workflow())!;
        dialog.WaitForPreview(Limit);

        dialog.Press(nameof(AutoColorizeProperty.ColorAgain));
        dialog.WaitForPreview(Limit);

        dialog.Cancel();
        AssertClean();
        Assert.Equal(["0", "1"], _daemon.Notes("seed"));
    }

    [Fact]
    public void OkAndRepeat_AfterColourAgain_KeepTheGuess()
    {
        Document document = Workflow();
        DialogSession dialog = _host.OpenDialog(document)!;
        for (int i = 0; i < 3; i++)
        {
            if (i > 0) dialog.Press(nameof(AutoColorizeProperty.ColorAgain));
            dialog.WaitForPreview(Limit);
        }

        Assert.Equal(RenderStatus.Completed, dialog.Ok(Limit));
        Assert.Equal(RenderStatus.Completed, _host.Repeat(document).Wait(Limit));
        Assert.Equal(["0", "1", "2"], _daemon.Notes("seed"));
        // A new request, with the guess that was shown.
        Set(document.Layers[3], document, 20, 20, 0xFF2040E0);
        Assert.Equal(RenderStatus.Completed, _host.Repeat(document).Wait(Limit));

        AssertClean();
        Assert.Equal(["0", "1", "2", "2"], _daemon.Notes("seed"));
    }

    [Fact]
    public void Ok_OneMoreHint_ColoursAgain()
    {
        Document document = Workflow();
        Run(document);
        byte[] first = document.ActiveLayer.Pixels;
        Set(document.Layers[3], document, 20, 20, 0xFF2040E0);

        Run(document);

        AssertClean();
        Assert.NotEqual(first, document.ActiveLayer.Pixels);
        Assert.Equal(2, _daemon.Notes("settings").Count);
    }

    [Fact]
    public void Ok_OnePixelIsSelected_ChangesThatOne()
    {
        Document document = Workflow();
        document.Selection = Selection.OfRectangle(new RectInt32(30, 31, 1, 1));

        Run(document);

        AssertClean();
        byte[] pixels = document.ActiveLayer.Pixels;
        int at = ((31 * document.Size.Width) + 30) * 4;
        Assert.Equal(Expected(document)[at..(at + 4)], pixels[at..(at + 4)]);
        Assert.True(pixels[..at].All(b => b == 0) && pixels[(at + 4)..].All(b => b == 0));
    }

    [Theory]
    [InlineData("automatic")]
    [InlineData("active")]
    public void Ok_AfterASelectionLeftColoursThatLookLikeLines_TakesTheLinesAlone(string lineArt)
    {
        Document document = Workflow();
        document.Selection = Selection.OfRectangle(new RectInt32(12, 20, 20, 4));
        Run(document, (nameof(AutoColorizeProperty.LineArt), lineArt), (nameof(AutoColorizeProperty.ColorStrength), 60));
        Assert.Contains(document.ActiveLayer.Pixels, b => b != 0);
        document.Selection = Selection.Everything;

        // Another hint, so that the daemon is asked again.
        Set(document.Layers[3], document, 20, 30, 0xFF2040E0);
        Run(document, (nameof(AutoColorizeProperty.LineArt), lineArt), (nameof(AutoColorizeProperty.ColorStrength), 100));

        AssertClean();
        Assert.Equal(Expected(document), document.ActiveLayer.Pixels);
        Assert.Equal(["Colors Free - - hints", "Colors Free - - hints"], _daemon.Notes("settings"));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(16384, 16)]
    [InlineData(3, 700)]
    public void Ok_UnusualSizes_AreColoured(int width, int height)
    {
        Document document = new(width, height);
        Layer lines = document.AddLayer("lines");
        for (int x = 0; x < width; x++) Set(lines, document, x, height / 2, Black);
        byte[] expected = [.. lines.Pixels.Select(b => (byte)~b)];

        // A single pixel is no line to anybody, unless the user says so.
        Run(document, (nameof(AutoColorizeProperty.LineArt), width == 1 ? "layer:lines" : "automatic"));

        Assert.Empty(_host.Failures);
        Assert.Equal(expected, document.ActiveLayer.Pixels);
    }

    [Fact]
    public void Ok_NoLines_SaysSoOnceAndLeavesTheLayer()
    {
        Document document = new(40, 30);
        document.AddLayer("paper", Filled(document, White));
        document.AddLayer("new");
        document.ActiveLayerIndex = 1;

        Run(document);

        AssertTold("No lines were found");
        Assert.All(document.ActiveLayer.Pixels, b => Assert.Equal(0, b));
    }

    [Fact]
    public void Ok_HintsOnTheActiveLayer_SaysWhichAndKeepsThem()
    {
        Document document = Workflow();
        document.Activate("hints");
        byte[] before = (byte[])document.ActiveLayer.Pixels.Clone();

        Run(document);

        AssertTold("“hints”");
        Assert.Equal(before, document.ActiveLayer.Pixels);
    }

    [Fact]
    public void Ok_HintLayerIsAPicture_SaysSoAndLeavesTheLayer()
    {
        Document document = Workflow();
        document.AddLayer("hints for the sky", Filled(document, 0xFF3060C0));

        Run(document);

        AssertTold("“hints for the sky” covers the whole picture");
        Assert.All(document.ActiveLayer.Pixels, b => Assert.Equal(0, b));
    }

    [Fact]
    public void Set_SliderWhileTheHintLayerIsWrong_SaysSoOnce()
    {
        DialogSession dialog = _host.OpenDialog(Workflow())!;
        dialog.WaitForPreview(Limit);
        dialog.Set(nameof(AutoColorizeProperty.Hints), "layer:paper");
        dialog.WaitForPreview(Limit);

        foreach (int strength in (int[])[80, 60, 40, 20, 0])
        {
            dialog.Set(nameof(AutoColorizeProperty.ColorStrength), strength);
            dialog.WaitForPreview(Limit);
        }

        AssertTold("“paper” covers the whole picture");
        // Another try is asked for, and so is another layer.
        dialog.Press(nameof(AutoColorizeProperty.ColorAgain));
        dialog.WaitForPreview(Limit);
        Assert.Equal(2, _host.Messages.Count);
        dialog.Set(nameof(AutoColorizeProperty.Hints), "layer:colours");
        dialog.WaitForPreview(Limit);
        Assert.Equal(3, _host.Messages.Count);
        dialog.Cancel();
    }

    [Fact]
    public void Repeat_InADocumentWithoutTheLayer_SaysWhich()
    {
        Run(Workflow(), (nameof(AutoColorizeProperty.LineArt), "layer:lines"));
        Document other = new(20, 20);
        other.AddLayer("ink", Filled(other, White));

        Assert.Equal(RenderStatus.Completed, _host.Repeat(other).Wait(Limit));

        AssertTold("no layer called “lines”");
        Assert.All(other.ActiveLayer.Pixels, b => Assert.Equal(255, b));
    }

    [Fact]
    public void Cancel_WhileTheDaemonWorks_EndsAtOnceAndTellsTheDaemon()
    {
        using RunningDaemon slow = RunningDaemon.Start(Scenario.Slow);
        Document document = Workflow();
        byte[] before = (byte[])document.ActiveLayer.Pixels.Clone();
        DialogSession dialog = _host.OpenDialog(document)!;
        Assert.True(slow.WaitFor("job", Limit));

        TimeSpan toEnd = dialog.Cancel();

        // 250 ms is the aim; the machine that runs the tests may be busy.
        Assert.True(toEnd < TimeSpan.FromSeconds(5), $"{toEnd.TotalMilliseconds} ms");
        Assert.Equal(before, document.ActiveLayer.Pixels);
        Assert.True(slow.WaitFor("cancelled", Limit));
        AssertClean();
    }

    [Fact]
    public void Ok_DaemonIsBusy_SaysSoOnceForPreviewAndOk()
    {
        using RunningDaemon busy = RunningDaemon.Start(Scenario.Busy);
        Document document = Workflow();

        Run(document);

        AssertTold(EffectTexts.Current["message.unchanged"]);
        Assert.All(document.ActiveLayer.Pixels, b => Assert.Equal(0, b));
    }

    public void Dispose()
    {
        _host.Dispose();
        _daemon.Dispose();
    }

    /// <summary>Paper, a new layer for the colours, lines with a red stroke, one hint.</summary>
    private static Document Workflow()
    {
        Document document = new(64, 48);
        document.AddLayer("paper", Filled(document, White));
        document.AddLayer("colours");
        Layer lines = document.AddLayer("lines");
        for (int x = 4; x < 60; x++)
        {
            Set(lines, document, x, 8, Black);
            Set(lines, document, x, 40, 0xFF903020);
        }

        Set(document.AddLayer("hints"), document, 10, 10, 0xFFF0A030);
        document.ActiveLayerIndex = 1;
        return document;
    }

    /// <summary>The opposite of the lines' layer where there is no hint, as the test daemon makes it.</summary>
    private static byte[] Expected(Document document) =>
        [.. document.Layers[2].Pixels.Zip(document.Layers[3].Pixels, (line, hint) => (byte)((255 - line) ^ hint))];

    private static byte[] Filled(Document document, uint color)
    {
        byte[] pixels = new byte[document.Size.Area * 4];
        MemoryMarshal.Cast<byte, uint>(pixels.AsSpan()).Fill(color);
        return pixels;
    }

    private static void Set(Layer layer, Document document, int x, int y, uint color) =>
        MemoryMarshal.Cast<byte, uint>(layer.Pixels.AsSpan())[(y * document.Size.Width) + x] = color;

    /// <summary>Dialog, settings, preview, OK.</summary>
    private void Run(Document document, params (string Name, object Value)[] settings)
    {
        DialogSession dialog = _host.OpenDialog(document)!;
        foreach ((string name, object value) in settings) dialog.Set(name, value);
        dialog.WaitForPreview(Limit);
        Assert.Equal(RenderStatus.Completed, dialog.Ok(Limit));
    }

    private void AssertClean()
    {
        Assert.Empty(_host.Failures);
        Assert.Empty(_host.Messages);
    }

    private void AssertTold(string text)
    {
        Assert.Empty(_host.Failures);
        Assert.Contains(text, Assert.Single(_host.Messages).Text, StringComparison.Ordinal);
    }
}
