using PaintDotNet.Effects;
using PaintDotNet.IndirectUI;
using PaintDotNet.PropertySystem;
using PdnColorize.PaintDotNetHost.Documents;
using PdnColorize.PaintDotNetHost.Rendering;

namespace PdnColorize.PaintDotNetHost.Sessions;

/// <summary>An open dialog with its preview. Each change of a setting ends the rendering that is under way and begins another.</summary>
public sealed class DialogSession
{
    private readonly EffectHost _host;
    private readonly Document _document;
    private readonly EffectInstance _dialog;
    private readonly EffectInstance _previewing;
    private readonly PreviewLoop _preview;
    private bool _closed;

    private DialogSession(EffectHost host, Document document, EffectInstance dialog, EffectInstance preview, Contents contents)
    {
        _host = host;
        _document = document;
        _dialog = dialog;
        _previewing = preview;
        Properties = contents.Properties;
        Controls = contents.Controls;
        WindowProperties = contents.Window;
        _preview = new PreviewLoop(host, preview, document.ActiveLayer.Pixels);
        _preview.Begin(CreateToken());
    }

    /// <summary>The settings as the dialog shows them; change them with <see cref="Set"/>.</summary>
    public PropertyCollection Properties { get; }

    /// <summary>The dialog's controls.</summary>
    public ControlInfo Controls { get; }

    /// <summary>The dialog's title, help text and so on, by ControlInfoPropertyNames.</summary>
    public PropertyCollection WindowProperties { get; }

    /// <summary>What the active layer looks like behind the dialog: with the preview, as far as there is one.</summary>
    public byte[] PreviewPixels => _preview.Pixels;

    /// <summary>The user sets a control. A value that the property does not allow is treated as the property says.</summary>
    /// <exception cref="InvalidOperationException">The control is greyed out, or the dialog is closed.</exception>
    /// <exception cref="ArgumentException">There is no such control, or it does not take such a value.</exception>
    public void Set(object name, object value)
    {
        Property property = Find(name);
        object? before = property.Value;
        _host.Ui.Invoke(() => property.Value = value);
        if (!Equals(before, property.Value)) _preview.Begin(CreateToken());
    }

    /// <summary>The user presses a button: its number goes up by one.</summary>
    /// <exception cref="InvalidOperationException">The button is greyed out, or the dialog is closed.</exception>
    /// <exception cref="ArgumentException">There is no such button.</exception>
    public void Press(object name)
    {
        if (Find(name) is not Int32Property button || !Equals(Controls.FindControlForPropertyName(name)?.ControlType.Value, PropertyControlType.IncrementButton))
            throw new ArgumentException($"{name} is no button.", nameof(name));
        Set(name, button.Value == button.MaxValue ? button.MinValue : button.Value + 1);
    }

    /// <summary>Waits until the preview of the present settings has ended.</summary>
    /// <exception cref="TimeoutException">It did not end within the limit.</exception>
    public RenderStatus WaitForPreview(TimeSpan limit) => _preview.Wait(limit);

    /// <summary>Closes the dialog; the layer stays as it was.</summary>
    /// <returns>How long the effect took to end its work.</returns>
    public TimeSpan Cancel()
    {
        Close();
        return _preview.TimeToEnd;
    }

    /// <summary>
    /// Closes the dialog, and begins the rendering that counts: a new instance of the effect gets the settings again. When the preview failed, Paint.NET has closed the dialog by itself, and there is nothing
    /// to OK any more.
    /// </summary>
    /// <returns>Null when the preview had failed.</returns>
    public EffectRun? BeginOk()
    {
        PropertyBasedEffectConfigToken token = CreateToken();
        Close();
        if (_preview.HasFailed) return null;
        _host.LastToken = token;
        return new EffectRun(_host, _document, token);
    }

    /// <summary>OK, and waits for the end.</summary>
    /// <exception cref="TimeoutException">It did not end within the limit.</exception>
    public RenderStatus Ok(TimeSpan limit) => BeginOk()?.Wait(limit) ?? RenderStatus.Failed;

    internal static DialogSession? Open(EffectHost host, Document document)
    {
        EffectInstance? dialog = EffectInstance.Create(host, document);
        if (dialog is null) return null;
        Contents? contents = host.Guard("dialog", () => host.Ui.Invoke(() => Contents.Create((PropertyBasedBitmapEffect)dialog.Effect, host.LastToken)));
        EffectInstance? preview = contents is null ? null : host.Options.PreviewOnOtherInstance ? EffectInstance.Create(host, document) : dialog;
        if (preview is not null) return new DialogSession(host, document, dialog, preview, contents!);
        dialog.Dispose();
        return null;
    }

    private PropertyBasedEffectConfigToken CreateToken() => _host.Ui.Invoke(() => new PropertyBasedEffectConfigToken(Properties));

    private Property Find(object name)
    {
        if (_closed) throw new InvalidOperationException("The dialog is closed.");
        return Properties[name] ?? throw new ArgumentException($"The dialog has no {name}.", nameof(name));
    }

    private void Close()
    {
        if (_closed) throw new InvalidOperationException("The dialog is closed.");
        _closed = true;
        _preview.End();
        if (_host.Options.DisposesDialogLate)
        {
            _host.DisposeAtTheEnd(_previewing);
            _host.DisposeAtTheEnd(_dialog);
            return;
        }

        _previewing.Dispose();
        _dialog.Dispose();
    }

    private sealed record Contents(PropertyCollection Properties, ControlInfo Controls, PropertyCollection Window)
    {
        /// <summary>Everything that the effect says of its dialog. The controls are made from a copy of the properties, so they know their names alone, as in Paint.NET.</summary>
        public static Contents Create(PropertyBasedBitmapEffect effect, PropertyBasedEffectConfigToken? last)
        {
            PropertyCollection properties = effect.CreatePropertyCollection();
            ControlInfo controls = effect.CreateConfigUI(properties.Clone());
            PropertyCollection window = effect.CreateWindowProperties();
            if (last is not null) properties.CopyCompatibleValuesFrom(last.Properties, ignoreReadOnlyFlags: true);
            return new Contents(properties, controls, window);
        }
    }
}
