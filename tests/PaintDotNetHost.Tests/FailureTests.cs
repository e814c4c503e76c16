using PdnColorize.PaintDotNetHost.Documents;
using PdnColorize.PaintDotNetHost.Rendering;
using PdnColorize.PaintDotNetHost.Sessions;
using PdnColorize.PaintDotNetHost.Tests.Effects;

namespace PdnColorize.PaintDotNetHost.Tests;

/// <summary>Effects that throw, hang and are cancelled: the host lives on and the layer is whole.</summary>
public sealed class FailureTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly ScriptedEffect.Script _script = ScriptedEffect.Begin();

    [Theory]
    [InlineData("constructor", "constructor", false)]
    [InlineData("properties", "dialog", false)]
    [InlineData("controls", "dialog", false)]
    [InlineData("window", "dialog", false)]
    [InlineData("render info", "preview", true)]
    [InlineData("token 10", "preview", true)]
    [InlineData("render", "preview", true)]
    public void Effect_ThrowsAtAStep_IsRecordedAndTheLayerStays(string step, string phase, bool opens)
    {
        Throw(step);
        using EffectHost host = new(typeof(ScriptedEffect));
        Document document = Drawing();
        byte[] before = (byte[])document.ActiveLayer.Pixels.Clone();

        DialogSession? dialog = host.OpenDialog(document);
        Assert.Equal(opens, dialog is not null);
        if (dialog is not null)
        {
            Assert.Equal(RenderStatus.Failed, dialog.WaitForPreview(Limit));
            Assert.Equal(RenderStatus.Failed, dialog.Ok(Limit));
        }

        EffectFailure failure = Assert.Single(host.Failures);
        Assert.Equal(phase, failure.Phase);
        Assert.Equal("On purpose.", failure.Exception.Message);
        Assert.Equal(before, document.ActiveLayer.Pixels);
        Assert.Null(host.LastToken);
        Assert.True(host.Ui.Answers(Limit));
    }

    [Fact]
    public void Failure_Text_IsWhatPaintDotNetShows()
    {
        Throw("token 10");
        using EffectHost host = new(typeof(ScriptedEffect));
        DialogSession dialog = host.OpenDialog(Drawing())!;
        dialog.WaitForPreview(Limit);
        dialog.Cancel();

        string text = host.Failures[0].Text;

        Assert.Contains("Version: 1.2.3", text, StringComparison.Ordinal);
        Assert.Contains("Author: Somebody", text, StringComparison.Ordinal);
        Assert.Contains("Worker thread threw an exception", text, StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException: On purpose.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Ok_EffectThrowsAfterIt_IsRecordedAndTheLayerStays()
    {
        using EffectHost host = new(typeof(ScriptedEffect));
        Document document = Drawing();
        byte[] before = (byte[])document.ActiveLayer.Pixels.Clone();
        DialogSession dialog = host.OpenDialog(document)!;
        dialog.WaitForPreview(Limit);
        Throw("render");

        Assert.Equal(RenderStatus.Failed, dialog.Ok(Limit));

        Assert.Equal("rendering", Assert.Single(host.Failures).Phase);
        Assert.Equal(before, document.ActiveLayer.Pixels);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Cancel_WhileTheTokenIsSet_IsNoFailureWhetherItThrowsOrReturns(bool throws)
    {
        using ManualResetEventSlim began = new();
        _script.OnStep = (effect, step) =>
        {
            if (!step.StartsWith("token", StringComparison.Ordinal)) return;
            began.Set();
            effect.TheCancellation.WaitHandle.WaitOne(Limit);
            if (throws) effect.TheCancellation.ThrowIfCancellationRequested();
        };
        using EffectHost host = new(typeof(ScriptedEffect));
        Document document = Drawing();
        byte[] before = (byte[])document.ActiveLayer.Pixels.Clone();
        DialogSession dialog = host.OpenDialog(document)!;
        Assert.True(began.Wait(Limit));

        TimeSpan took = dialog.Cancel();

        Assert.True(took < Limit);
        Assert.Empty(host.Failures);
        Assert.Empty(_script.Tiles);
        Assert.Equal(before, document.ActiveLayer.Pixels);
    }

    [Fact]
    public void Cancel_WhileRenderingAfterOk_LeavesTheLayerAsItWas()
    {
        using EffectHost host = new(typeof(ScriptedEffect));
        Document document = Drawing();
        byte[] before = (byte[])document.ActiveLayer.Pixels.Clone();
        DialogSession dialog = host.OpenDialog(document)!;
        dialog.WaitForPreview(Limit);
        using ManualResetEventSlim began = new();
        _script.OnStep = (effect, step) =>
        {
            if (step != "render") return;
            began.Set();
            effect.TheCancellation.WaitHandle.WaitOne(Limit);
        };
        EffectRun run = dialog.BeginOk()!;
        Assert.True(began.Wait(Limit));

        run.Cancel();

        Assert.Equal(RenderStatus.Cancelled, run.Wait(Limit));
        Assert.Empty(host.Failures);
        Assert.Equal(before, document.ActiveLayer.Pixels);
    }

    [Fact]
    public void SetToken_ThrowsCancellationThatNobodyAskedFor_IsAFailure()
    {
        _script.OnStep = (_, step) =>
        {
            if (step == "token 10") throw new OperationCanceledException();
        };
        using EffectHost host = new(typeof(ScriptedEffect));
        DialogSession dialog = host.OpenDialog(Drawing())!;

        Assert.Equal(RenderStatus.Failed, dialog.WaitForPreview(Limit));

        dialog.Cancel();
        Assert.IsType<OperationCanceledException>(Assert.Single(host.Failures).Exception);
    }

    [Fact]
    public void Cancel_EffectThatDoesNotListen_IsRecordedAndGivenUp()
    {
        using ManualResetEventSlim began = new();
        using ManualResetEventSlim letGo = new();
        _script.OnStep = (_, step) =>
        {
            if (step != "token 10") return;
            began.Set();
            letGo.Wait(Limit);
        };
        using EffectHost host = new(typeof(ScriptedEffect), new EffectHostOptions { Patience = TimeSpan.FromMilliseconds(100) });
        DialogSession dialog = host.OpenDialog(Drawing())!;
        Assert.True(began.Wait(Limit));

        dialog.Cancel();

        Assert.Equal("cancellation", Assert.Single(host.Failures).Phase);
        Assert.True(host.Ui.Answers(Limit));
        letGo.Set();
    }

    private void Throw(string at) => _script.OnStep = (_, step) =>
    {
        if (step == at) throw new InvalidOperationException("On purpose.");
    };

    private static Document Drawing()
    {
        Document document = new(5, 4);
        document.AddLayer("drawing", [.. Enumerable.Range(0, 80).Select(i => (byte)(i * 3))]);
        return document;
    }
}
