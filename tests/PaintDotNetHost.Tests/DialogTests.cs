using PaintDotNet.PropertySystem;
using PdnColorize.PaintDotNetHost.Documents;
using PdnColorize.PaintDotNetHost.Rendering;
using PdnColorize.PaintDotNetHost.Sessions;
using PdnColorize.PaintDotNetHost.Tests.Effects;

namespace PdnColorize.PaintDotNetHost.Tests;

/// <summary>What the user does in a dialog.</summary>
public sealed class DialogTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly ScriptedEffect.Script _script = ScriptedEffect.Begin();

    [Theory]
    [InlineData(ValueValidationFailureResult.Clamp, 200)]
    [InlineData(ValueValidationFailureResult.Ignore, 10)]
    public void Set_ValueThatIsNotAllowed_IsTreatedAsThePropertySays(ValueValidationFailureResult result, int expected)
    {
        _script.OnBadValue = result;
        using EffectHost host = new(typeof(ScriptedEffect));
        DialogSession dialog = host.OpenDialog(Drawing())!;

        dialog.Set("Value", 1000);

        Assert.Equal(expected, dialog.Properties["Value"]!.Value);
        dialog.Cancel();
    }

    [Fact]
    public void Set_ValueThatThrows_Throws()
    {
        _script.OnBadValue = ValueValidationFailureResult.ThrowException;
        using EffectHost host = new(typeof(ScriptedEffect));
        DialogSession dialog = host.OpenDialog(Drawing())!;

        Assert.Throws<ArgumentOutOfRangeException>(() => dialog.Set("Value", 1000));

        dialog.Cancel();
    }

    [Fact]
    public void Set_ControlGreyedOutByARule_IsRefusedUntilTheRuleLetsGo()
    {
        using EffectHost host = new(typeof(ScriptedEffect));
        DialogSession dialog = host.OpenDialog(Drawing())!;

        dialog.Set("Locked", true);
        Assert.Throws<InvalidOperationException>(() => dialog.Set("Value", 11));
        dialog.Set("Locked", false);
        dialog.Set("Value", 12);

        Assert.Equal(12, dialog.Properties["Value"]!.Value);
        dialog.Cancel();
    }

    [Fact]
    public void Set_SameValue_RendersNothingAnew()
    {
        using EffectHost host = new(typeof(ScriptedEffect));
        DialogSession dialog = host.OpenDialog(Drawing())!;
        dialog.WaitForPreview(Limit);

        dialog.Set("Value", 10);
        dialog.WaitForPreview(Limit);

        Assert.Single(_script.Tokens);
        dialog.Cancel();
    }

    [Fact]
    public void Press_Button_CountsUpAndBeginsAgainAtTheEnd()
    {
        using EffectHost host = new(typeof(ScriptedEffect));
        DialogSession dialog = host.OpenDialog(Drawing())!;

        List<object?> values = [];
        for (int i = 0; i < 4; i++)
        {
            dialog.Press("Again");
            values.Add(dialog.Properties["Again"]!.Value);
        }

        Assert.Equal([1, 2, 3, 0], values);
        Assert.Throws<ArgumentException>(() => dialog.Press("Value"));
        dialog.Cancel();
    }

    [Fact]
    public void Set_WhileRendering_CancelsThatRenderingAndBeginsTheNextWithATokenOfItsOwn()
    {
        using ManualResetEventSlim began = new();
        _script.OnStep = (effect, step) =>
        {
            if (step != "token 10") return;
            began.Set();
            effect.TheCancellation.WaitHandle.WaitOne(Limit);
        };
        using EffectHost host = new(typeof(ScriptedEffect));
        DialogSession dialog = host.OpenDialog(Drawing())!;
        Assert.True(began.Wait(Limit));

        dialog.Set("Value", 21);

        Assert.Equal(RenderStatus.Completed, dialog.WaitForPreview(Limit));
        Assert.Equal(21, dialog.PreviewPixels[0]);
        Assert.Equal([true, false], _script.Tokens.Select(token => token.IsCancellationRequested));
        dialog.Cancel();
    }

    [Fact]
    public void Set_ManyTimesQuickly_EndsWithTheLast()
    {
        using EffectHost host = new(typeof(ScriptedEffect));
        Document document = Drawing();
        DialogSession dialog = host.OpenDialog(document)!;

        for (int i = 100; i < 150; i++) dialog.Set("Value", i);

        Assert.Equal(RenderStatus.Completed, dialog.Ok(Limit));
        Assert.Equal(149, document.ActiveLayer.Pixels[0]);
        Assert.Empty(host.Failures);
    }

    [Fact]
    public void Set_ClosedDialog_IsRefused()
    {
        using EffectHost host = new(typeof(ScriptedEffect));
        DialogSession dialog = host.OpenDialog(Drawing())!;
        dialog.Cancel();

        Assert.Throws<InvalidOperationException>(() => dialog.Set("Value", 1));
        Assert.Throws<InvalidOperationException>(() => dialog.BeginOk());
    }

    private static Document Drawing()
    {
        Document document = new(5, 4);
        document.AddLayer("drawing");
        return document;
    }
}
