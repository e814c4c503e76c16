using PaintDotNet;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.IndirectUI;
using PaintDotNet.PropertySystem;
using PdnColorize.Effect.Coloring;
using PdnColorize.Effect.Dialog;
using PdnColorize.Effect.Icon;
using PdnColorize.Effect.Layers;
using PdnColorize.Effect.Messages;
using PdnColorize.Effect.Result;
using PdnColorize.Effect.Texts;

namespace PdnColorize.Effect;

/// <summary>
/// Effects > Auto Colorize. Paint.NET makes the settings and the dialog first, then sets the settings (alone), then asks for tiles (on several threads); again after each
/// change, after OK, and for Repeat without a dialog. All exceptions end here: the user gets one message, and the layer stays as it was.
/// </summary>
[PluginSupportInfo(typeof(PluginSupportInfo))]
public sealed class AutoColorizeEffect : PropertyBasedBitmapEffect
{
    /// <summary>The effect's name in the menu. The same in all languages, so that it can be found and talked about.</summary>
    public const string MenuName = "Auto Colorize";

    private volatile FinishedPicture? _picture;
    // Stands for this instance in what outlives it, which must not keep its layers in memory.
    private readonly object _self = new();

    /// <summary>Creates the effect. Paint.NET does so when it starts, too, so nothing happens here.</summary>
    public AutoColorizeEffect()
        : base(MenuName, EffectIcon.Load()!, null, CreateOptions())
    {
    }

    /// <inheritdoc/>
    protected override PropertyCollection OnCreatePropertyCollection()
    {
        try
        {
            return DialogProperties.Create(LayerNames(), InstalledModels.List());
        }
#pragma warning disable CA1031 // Nothing may reach Paint.NET.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Tell(e);
            return new PropertyCollection([]);
        }
    }

    /// <inheritdoc/>
    protected override ControlInfo OnCreateConfigUI(PropertyCollection props)
    {
        ControlInfo controls = CreateDefaultConfigUI(props);
        try
        {
            FailureMemory.Shared.DialogOpened(_self);
            // The dialog has a link to it, which would lead nowhere until a daemon has run.
            EffectLog.Shared.CreateFolder();
            DaemonAccess.WarmUp();
            ILayer[] layers = [.. new PaintDotNetDocument(Environment).Layers];
            string? hints = HintLayerNames.Find(layers, EffectTexts.AllHintLayerNames, except: null) is { } found ? layers[found].Name : null;
            new DialogControls(EffectTexts.Current).Arrange(controls, LayerNames(), hints, InstalledModels.List());
        }
#pragma warning disable CA1031 // A dialog with plain names is better than none.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Tell(e);
        }

        return controls;
    }

    /// <inheritdoc/>
    protected override void OnCustomizeConfigUIWindowProperties(PropertyCollection props)
    {
        try
        {
            new DialogControls(EffectTexts.Current).ArrangeWindow(props);
        }
#pragma warning disable CA1031 // The window has a title without it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Tell(e);
        }

        base.OnCustomizeConfigUIWindowProperties(props);
    }

    /// <inheritdoc/>
    protected override void OnInitializeRenderInfo(IBitmapEffectRenderInfo renderInfo)
    {
        renderInfo.OutputPixelFormat = PixelFormats.Bgra32;
        base.OnInitializeRenderInfo(renderInfo);
    }

    /// <inheritdoc/>
    protected override void OnSetToken(PropertyBasedEffectConfigToken? newToken)
    {
        _picture = null;
        EffectSettings settings = new();
        string? attempt = null;
        try
        {
            FailureMemory.Shared.Begin(_self);
            settings = EffectSettings.From(newToken);
            CancellationToken cancellationToken = CancellationToken;
            Drawing drawing = Drawing.Read(new PaintDotNetDocument(Environment), settings, EffectTexts.AllHintLayerNames, OwnWork.Shared, cancellationToken);
            RequestKey key = RequestKey.Of(drawing.Job, DaemonAccess.Identity, cancellationToken);
            attempt = key.Text;
            if (!FailureMemory.Shared.WasTold(_self, attempt))
            {
                FinishedPicture picture = new(drawing, ColoringRuns.Shared.Colorize(key, drawing.Job, cancellationToken), settings);
                _picture = picture;
                // With the lines in it, it is not the effect's work alone: the next run must find them.
                if (!drawing.ReplacesLines) OwnWork.Shared.Note(_self, picture);
                FailureMemory.Shared.Clear();
            }
        }
        catch (OperationCanceledException)
        {
            // Paint.NET wants nothing any more.
        }
#pragma warning disable CA1031 // Nothing may reach Paint.NET.
        catch (Exception e)
#pragma warning restore CA1031
        {
            attempt ??= FailureMemory.AttemptOf(settings, e);
            if (FailureMemory.Shared.Note(_self, attempt)) Tell(e);
        }

        base.OnSetToken(newToken);
    }

    /// <inheritdoc/>
    protected override void OnRender(IBitmapEffectOutput output)
    {
        try
        {
            TileWriter.Write(output, _picture, OpenLayer, CancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Paint.NET wants nothing any more. Other errors here could only come from Paint.NET's own bitmaps; it then drops all tiles, where a tile that was left
            // out in silence would be a hole in the layer.
        }
    }

    /// <inheritdoc/>
    protected override void OnDispose(bool disposing)
    {
        _picture = null;
        FailureMemory.Shared.DialogClosed(_self);
        base.OnDispose(disposing);
    }

    private static BitmapEffectOptions CreateOptions()
    {
        BitmapEffectOptions options = BitmapEffectOptions.Create();
        options.IsConfigurable = true;
        return options;
    }

    private static void Tell(Exception exception)
    {
        EffectLog.Shared.Add(exception);
        EffectTexts texts = EffectTexts.Current;
        MessageWindow.Show(texts["message.title"], texts.Explain(exception) + System.Environment.NewLine + System.Environment.NewLine + texts["message.unchanged"]);
    }

    private string[] LayerNames() => [.. Environment.Document.Layers.Select(layer => layer.Name)];

    private PaintDotNetPixels OpenLayer() => new(Environment.GetSourceBitmapBgra32());
}
