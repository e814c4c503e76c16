using System.Runtime.CompilerServices;
using System.Text.Json;
using PaintDotNet.Effects;
using PaintDotNet.IndirectUI;
using PaintDotNet.PropertySystem;
using PdnColorize.Effect.Dialog;
using PdnColorize.Effect.Tests.Dialog.Picture;
using PdnColorize.Effect.Texts;

namespace PdnColorize.Effect.Tests.Dialog;

/// <summary>
/// The pictures of the dialog in plugin/images are drawn from the effect's own controls; here they are compared with what these are now. After a change that is meant, run these
/// tests with the environment variable PDNCOLORIZE_DRAW_DIALOG=1: then they write the pictures anew. Look at them before you commit them.
/// </summary>
public sealed class DialogPictureTests
{
    private const string DrawVariable = "PDNCOLORIZE_DRAW_DIALOG";

    [Theory]
    [InlineData("en", "dialog.svg", new[] { "Background", "Colours", "Lines", "hints" }, "OK", "Cancel")]
    [InlineData("ja", "dialog.ja.svg", new[] { "背景", "色", "線画", "ヒント" }, "OK", "キャンセル")]
    public void Picture_InTheDocumentation_ShowsTheDialogAsItIs(string language, string file, string[] layers, string ok, string cancel)
    {
        string path = Path.Combine(Repository(), "plugin", "images", file);
        string now = Draw(EffectTexts.For(language), layers, ok, cancel);
        if (Environment.GetEnvironmentVariable(DrawVariable) is { Length: > 0 })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, now);
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), now);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public void Controls_OfAllSettings_HaveTextsOfTheLanguageForEveryChoice(string language)
    {
        EffectTexts texts = EffectTexts.For(language);
        (PropertyCollection properties, ControlInfo controls, _) = Create(texts, ["Lines", "Lines"]);

        foreach (Property property in properties)
        {
            PropertyControlInfo control = controls.FindControlForPropertyName(property.Name)!;
            // The button says by itself what it does.
            bool isButton = property.Name == nameof(AutoColorizeProperty.ColorAgain);
            Assert.Equal(
                texts["dialog." + JsonNamingPolicy.CamelCase.ConvertName(property.Name)],
                control.ControlProperties[isButton ? ControlInfoPropertyNames.ButtonText : ControlInfoPropertyNames.DisplayName]!.Value);
            if (property is not StaticListChoiceProperty list) continue;
            Assert.All(list.ValueChoices, value => Assert.NotEqual(value, control.GetValueDisplayName(value)));
            Assert.Equal(list.ValueChoices.Length, list.ValueChoices.Select(control.GetValueDisplayName).Distinct().Count());
        }
    }

    [Fact]
    public void Window_HasATitleAndHelpThatTellsTheWorkflow()
    {
        (_, _, PropertyCollection window) = Create(EffectTexts.For("en"), ["Lines"]);

        Assert.Equal("Auto Colorize", window[ControlInfoPropertyNames.WindowTitle]!.Value);
        Assert.Equal(WindowHelpContentType.PlainText, window[ControlInfoPropertyNames.WindowHelpContentType]!.Value);
        Assert.Contains("Add a new layer", (string)window[ControlInfoPropertyNames.WindowHelpContent]!.Value!, StringComparison.Ordinal);
    }

    private static string Draw(EffectTexts texts, string[] layers, string ok, string cancel)
    {
        (PropertyCollection properties, ControlInfo controls, PropertyCollection window) = Create(texts, layers);
        return DialogPicture.Draw(properties, controls, window, ok, cancel);
    }

    private static (PropertyCollection Properties, ControlInfo Controls, PropertyCollection Window) Create(EffectTexts texts, string[] layers)
    {
        InstalledModel[] models = [new(InstalledModels.Default, InstalledModels.Default), new("my-style", "My own style")];
        PropertyCollection properties = DialogProperties.Create(layers, models);
        ControlInfo controls = PropertyBasedBitmapEffect.CreateDefaultConfigUI(properties);
        DialogControls dialog = new(texts);
        dialog.Arrange(controls, layers, layers[^1], models);
        PropertyCollection window = new(
        [
            new StringProperty(ControlInfoPropertyNames.WindowTitle),
            StaticListChoiceProperty.CreateForEnum(ControlInfoPropertyNames.WindowHelpContentType, WindowHelpContentType.None),
            new StringProperty(ControlInfoPropertyNames.WindowHelpContent),
        ]);
        dialog.ArrangeWindow(window);
        return (properties, controls, window);
    }

    private static string Repository([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
