using PaintDotNet;
using PaintDotNet.AppModel;
using PaintDotNet.Effects;
using PaintDotNet.IndirectUI;
using PdnColorize.PaintDotNetHost.Documents;
using PdnColorize.PaintDotNetHost.Rendering;
using PdnColorize.PaintDotNetHost.Sessions;
using PdnColorize.PaintDotNetHost.Tests.Effects;

namespace PdnColorize.PaintDotNetHost.Tests;

/// <summary>The order in which Paint.NET calls an effect, and what it may use when.</summary>
public sealed class LifeCycleTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly ScriptedEffect.Script _script = ScriptedEffect.Begin();

    [Fact]
    public void Dialog_PreviewThenOk_CallsInTheDocumentedOrder()
    {
        using EffectHost host = new(typeof(ScriptedEffect));
        Document document = Drawing(5, 4);

        DialogSession dialog = host.OpenDialog(document)!;
        Assert.Equal(RenderStatus.Completed, dialog.WaitForPreview(Limit));
        dialog.Set("Value", 20);
        Assert.Equal(RenderStatus.Completed, dialog.WaitForPreview(Limit));
        Assert.Equal(RenderStatus.Completed, dialog.Ok(Limit));

        Assert.Equal(
            [
                "1 constructor", "1 properties", "1 controls", "1 window", "1 render info", "1 token 10", "1 token 20", "1 dispose",
                "2 constructor", "2 render info", "2 token 20", "2 dispose",
            ],
            _script.Calls);
        Assert.Empty(host.Failures);
        Assert.All(Pixels(document.ActiveLayer), pixel => Assert.Equal((20, 20, 20, 255), pixel));
    }

    [Fact]
    public void Dialog_PreviewOnOtherInstance_IsInitializedByItself()
    {
        using EffectHost host = new(typeof(ScriptedEffect), new EffectHostOptions { PreviewOnOtherInstance = true });

        DialogSession dialog = host.OpenDialog(Drawing(5, 4))!;
        dialog.WaitForPreview(Limit);
        dialog.Cancel();

        Assert.Equal(["1 constructor", "1 properties", "1 controls", "1 window", "2 constructor", "2 render info", "2 token 10", "2 dispose", "1 dispose"], _script.Calls);
    }

    [Fact]
    public void Repeat_AfterOk_IsANewInstanceWithTheLastSettingsAndNoDialog()
    {
        using EffectHost host = new(typeof(ScriptedEffect));
        DialogSession dialog = host.OpenDialog(Drawing(5, 4))!;
        dialog.Set("Value", 33);
        dialog.Ok(Limit);
        _script.Calls.Clear();
        Document other = Drawing(3, 3);

        Assert.Equal(RenderStatus.Completed, host.Repeat(other).Wait(Limit));

        Assert.Equal(["3 constructor", "3 render info", "3 token 33", "3 dispose"], _script.Calls);
        Assert.All(Pixels(other.ActiveLayer), pixel => Assert.Equal((33, 33, 33, 255), pixel));
    }

    [Fact]
    public void Repeat_BeforeOk_IsNotOffered()
    {
        using EffectHost host = new(typeof(ScriptedEffect));
        Document document = Drawing(5, 4);
        DialogSession dialog = host.OpenDialog(document)!;
        dialog.Cancel();

        Assert.Throws<InvalidOperationException>(() => host.Repeat(document));
    }

    [Fact]
    public void OpenDialog_AfterOk_ShowsTheLastSettingsAsFarAsTheyAreStillThere()
    {
        using EffectHost host = new(typeof(ScriptedEffect));
        Document document = Drawing(5, 4);
        DialogSession dialog = host.OpenDialog(document)!;
        dialog.Set("Value", 44);
        dialog.Set("Choice", "b");
        dialog.Ok(Limit);
        _script.Choices = ["a", "c"];

        dialog = host.OpenDialog(document)!;

        Assert.Equal(44, dialog.Properties["Value"]!.Value);
        Assert.Equal("a", dialog.Properties["Choice"]!.Value);
        dialog.Cancel();
    }

    [Fact]
    public void Cancel_AfterPreview_LeavesTheLayerAsItWas()
    {
        using EffectHost host = new(typeof(ScriptedEffect));
        Document document = Drawing(5, 4);
        byte[] before = (byte[])document.ActiveLayer.Pixels.Clone();
        DialogSession dialog = host.OpenDialog(document)!;
        dialog.WaitForPreview(Limit);
        Assert.NotEqual(before, dialog.PreviewPixels);

        dialog.Cancel();

        Assert.Equal(before, document.ActiveLayer.Pixels);
    }

    [Theory]
    [InlineData("environment")]
    [InlineData("services")]
    public void OpenDialog_ConstructorUsesItsSurroundings_Fails(string what)
    {
        _script.OnStep = (effect, step) =>
        {
            if (step == "constructor") _ = what == "environment" ? effect.TheEnvironment : (object)effect.TheServices;
        };
        using EffectHost host = new(typeof(ScriptedEffect));

        Assert.Null(host.OpenDialog(Drawing(2, 2)));

        EffectFailure failure = Assert.Single(host.Failures);
        Assert.Equal("constructor", failure.Phase);
        Assert.True(host.Ui.Answers(Limit));
    }

    [Fact]
    public void Environment_AfterTheConstructor_TellsOfTheDocument()
    {
        Document document = Drawing(7, 3);
        document.AddLayer("above");
        document.Layers[1].Opacity = 0.5f;
        document.Layers[1].Visible = false;
        document.Layers[1].BlendMode = LayerBlendMode.Multiply;
        List<string> seen = [];
        _script.OnStep = (effect, step) =>
        {
            if (step != "properties") return;
            IBitmapEffectEnvironment environment = effect.TheEnvironment;
            seen.Add($"{environment.Document.Size}, active {environment.SourceLayerIndex}");
            seen.AddRange(environment.Document.Layers.Select(layer => $"{layer.Name} {layer.Visible} {layer.Opacity} {layer.BlendMode}"));
            seen.Add($"{effect.TheServices.GetService<IAppInfoService>()!.AppVersion.Major} {effect.TheServices.GetService<string>() is null}");
        };
        using EffectHost host = new(typeof(ScriptedEffect));

        host.OpenDialog(document)!.Cancel();

        Assert.Equal(["7 x 3, active 0", "drawing True 1 Normal", "above False 0.5 Multiply", "5 True"], seen);
    }

    [Fact]
    public void Dialog_Controls_AreWhatTheEffectMade()
    {
        using EffectHost host = new(typeof(ScriptedEffect));
        DialogSession dialog = host.OpenDialog(Drawing(2, 2))!;

        PropertyControlInfo value = dialog.Controls.FindControlForPropertyName("Value")!;
        PropertyControlInfo choice = dialog.Controls.FindControlForPropertyName("Choice")!;

        Assert.Equal("The value", value.ControlProperties[ControlInfoPropertyNames.DisplayName]!.Value);
        Assert.Equal(PropertyControlType.Slider, value.ControlType.Value);
        Assert.Equal(["The first", "b"], new[] { choice.GetValueDisplayName("a"), choice.GetValueDisplayName("b") });
        Assert.Equal("A window", dialog.WindowProperties[ControlInfoPropertyNames.WindowTitle]!.Value);
        dialog.Cancel();
    }

    private static Document Drawing(int width, int height)
    {
        Document document = new(width, height);
        document.AddLayer("drawing", [.. Enumerable.Range(0, width * height * 4).Select(i => (byte)(i * 7))]);
        return document;
    }

    private static IEnumerable<(int B, int G, int R, int A)> Pixels(Layer layer) =>
        layer.Pixels.Chunk(4).Select(pixel => ((int)pixel[0], (int)pixel[1], (int)pixel[2], (int)pixel[3]));
}
