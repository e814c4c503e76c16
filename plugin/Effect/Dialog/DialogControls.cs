using PaintDotNet.IndirectUI;
using PaintDotNet.PropertySystem;
using PdnColorize.Effect.Layers;
using PdnColorize.Effect.Texts;

namespace PdnColorize.Effect.Dialog;

/// <summary>Says how the dialog shows its settings.</summary>
/// <param name="texts">In which language.</param>
internal sealed class DialogControls(EffectTexts texts)
{
    /// <summary>Names and arranges Paint.NET's default controls.</summary>
    /// <param name="controls">One for each setting.</param>
    /// <param name="layers">Names of the document's layers from the bottom up.</param>
    /// <param name="hintLayer">Name of the layer that is found automatically; null when there is none.</param>
    /// <param name="models">The installed models, the default one first.</param>
    public void Arrange(ControlInfo controls, IReadOnlyList<string> layers, string? hintLayer, IReadOnlyList<InstalledModel> models)
    {
        string[] named = LayerValues.Of(layers);
        ShowList(controls, AutoColorizeProperty.LineArt, PropertyControlType.DropDown, "dialog.lineArt");
        ShowValues(controls, AutoColorizeProperty.LineArt, "dialog.lineArt.", [LayerChoice.Automatic, LayerChoice.Active, LayerChoice.Visible]);
        ShowLayers(controls, AutoColorizeProperty.LineArt, named);

        ShowList(controls, AutoColorizeProperty.Hints, PropertyControlType.DropDown, "dialog.hints");
        ShowValues(controls, AutoColorizeProperty.Hints, "dialog.hints.", [LayerChoice.Automatic, LayerChoice.None]);
        if (hintLayer is not null) ShowValue(controls, AutoColorizeProperty.Hints, LayerChoice.Automatic, texts.Format("dialog.hints.automaticFound", "layer", hintLayer));
        ShowLayers(controls, AutoColorizeProperty.Hints, named);

        ShowList(controls, AutoColorizeProperty.Result, PropertyControlType.RadioButton, "dialog.result");
        ShowValues(controls, AutoColorizeProperty.Result, "dialog.result.", [Choices.Colors, Choices.ColorsWithLines, Choices.Flats]);
        ShowList(controls, AutoColorizeProperty.Reach, PropertyControlType.RadioButton, "dialog.reach");
        ShowValues(controls, AutoColorizeProperty.Reach, "dialog.reach.", [Choices.Free, Choices.Regions]);

        ShowList(controls, AutoColorizeProperty.Model, PropertyControlType.DropDown, "dialog.model");
        foreach (InstalledModel model in models) ShowValue(controls, AutoColorizeProperty.Model, model.Name, Describe(model));

        Set(controls, AutoColorizeProperty.LineWidth, ControlInfoPropertyNames.DisplayName, texts["dialog.lineWidth"]);
        Set(controls, AutoColorizeProperty.ColorStrength, ControlInfoPropertyNames.DisplayName, texts["dialog.colorStrength"]);

        controls.SetPropertyControlType(AutoColorizeProperty.ColorAgain, PropertyControlType.IncrementButton);
        Set(controls, AutoColorizeProperty.ColorAgain, ControlInfoPropertyNames.DisplayName, "");
        Set(controls, AutoColorizeProperty.ColorAgain, ControlInfoPropertyNames.ButtonText, texts["dialog.colorAgain"]);

        Set(controls, AutoColorizeProperty.LogFolder, ControlInfoPropertyNames.DisplayName, texts["dialog.logFolder"]);
        Set(controls, AutoColorizeProperty.LogFolder, ControlInfoPropertyNames.Description, texts["dialog.logFolder.link"]);
    }

    /// <summary>Sets the window's title and what its [?] shows.</summary>
    /// <param name="window">The window's properties.</param>
    public void ArrangeWindow(PropertyCollection window)
    {
        SetWindow(ControlInfoPropertyNames.WindowTitle, texts["dialog.title"]);
        SetWindow(ControlInfoPropertyNames.WindowHelpContentType, WindowHelpContentType.PlainText);
        SetWindow(ControlInfoPropertyNames.WindowHelpContent, texts["dialog.help"]);

        void SetWindow(ControlInfoPropertyNames name, object value)
        {
            if (window[name] is { } property) property.Value = value;
        }
    }

    private string Describe(InstalledModel model)
    {
        if (model.Name != InstalledModels.Default) return model.DisplayName;
        return model.DisplayName == model.Name ? texts["dialog.model.default"] : $"{texts["dialog.model.default"]}: {model.DisplayName}";
    }

    private void ShowList(ControlInfo controls, AutoColorizeProperty name, PropertyControlType type, string key)
    {
        controls.SetPropertyControlType(name, type);
        Set(controls, name, ControlInfoPropertyNames.DisplayName, texts[key]);
    }

    private void ShowValues(ControlInfo controls, AutoColorizeProperty name, string keys, IEnumerable<string> values)
    {
        foreach (string value in values) ShowValue(controls, name, value, texts[keys + value]);
    }

    private void ShowLayers(ControlInfo controls, AutoColorizeProperty name, IEnumerable<string> values)
    {
        foreach (string value in values) ShowValue(controls, name, value, texts.Format("dialog.layer", "layer", LayerValues.NameIn(value)));
    }

    private static void ShowValue(ControlInfo controls, AutoColorizeProperty name, string value, string text) =>
        controls.FindControlForPropertyName(name)?.SetValueDisplayName(value, text);

    private static void Set(ControlInfo controls, AutoColorizeProperty name, ControlInfoPropertyNames what, object value) =>
        controls.SetPropertyControlValue(name, what, value);
}
