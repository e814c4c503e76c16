using System.Globalization;
using PaintDotNet.IndirectUI;
using PaintDotNet.PropertySystem;

namespace PdnColorize.Effect.Tests.Dialog.Picture;

/// <summary>
/// Draws a dialog from its tree of controls, about as Paint.NET shows it: for each setting a header with a line, below it the control. Whatever a control does not say here
/// cannot be in the picture, so that it shows what the effect really asks for.
/// </summary>
internal sealed class DialogPicture
{
    private const double Width = 420;
    private const double Margin = 14;
    private const double TitleHeight = 34;
    private const string WindowColor = "#f9f9f9";
    private const string BorderColor = "#c4c4c4";

    private readonly SvgCanvas _canvas = new();
    private double _y = TitleHeight + 14;

    private DialogPicture()
    {
    }

    private static double Right => Width - Margin;

    /// <summary>Draws it.</summary>
    /// <param name="properties">The settings with their values.</param>
    /// <param name="controls">Their controls.</param>
    /// <param name="window">The window's properties.</param>
    /// <param name="ok">What stands on the button OK.</param>
    /// <param name="cancel">What stands on the button Cancel.</param>
    public static string Draw(PropertyCollection properties, ControlInfo controls, PropertyCollection window, string ok, string cancel)
    {
        DialogPicture controlsOnly = new();
        controlsOnly.DrawAll(properties, controls);
        double height = controlsOnly._y + 52;

        DialogPicture picture = new();
        string title = (string)window[ControlInfoPropertyNames.WindowTitle]!.Value!;
        picture.DrawWindow(title, height, hasHelp: Equals(window[ControlInfoPropertyNames.WindowHelpContentType]!.Value, WindowHelpContentType.PlainText));
        picture.DrawAll(properties, controls);
        picture.DrawButtons(height, ok, cancel);
        return picture._canvas.ToSvg(Width, height, title);
    }

    private void DrawWindow(string title, double height, bool hasHelp)
    {
        _canvas.Rectangle(0.5, 0.5, Width - 1, height - 1, WindowColor, BorderColor, 8);
        _canvas.Text(Margin, 22, title);
        double x = Width - 22;
        _canvas.Line(x - 5, 12, x + 5, 22, SvgCanvas.TextColor);
        _canvas.Line(x - 5, 22, x + 5, 12, SvgCanvas.TextColor);
        if (hasHelp) _canvas.Text(x - 34, 22, "?", anchor: "middle", style: "font-size=\"15\"");
        _canvas.Line(1, TitleHeight, Width - 1, TitleHeight, "#e4e4e4");
    }

    private void DrawButtons(double height, string ok, string cancel)
    {
        double y = height - 42;
        _canvas.Rectangle(Right - 192, y, 92, 28, SvgCanvas.Accent);
        _canvas.Text(Right - 146, y + 19, ok, "#ffffff", "middle");
        DrawButton(Right - 92, y, 92, cancel);
    }

    private void DrawAll(PropertyCollection properties, ControlInfo control)
    {
        if (control is PropertyControlInfo single) DrawControl(properties[single.Property.Name]!, single);
        foreach (ControlInfo child in control.ChildControls) DrawAll(properties, child);
    }

    private void DrawControl(Property property, PropertyControlInfo control)
    {
        DrawHeader(TextOf(control, ControlInfoPropertyNames.DisplayName));
        switch ((PropertyControlType)control.ControlType.Value)
        {
            case PropertyControlType.DropDown:
                DrawDropDown(control.GetValueDisplayName(property.Value!));
                break;
            case PropertyControlType.RadioButton:
                foreach (object value in ((StaticListChoiceProperty)property).ValueChoices) DrawRadioButton(control.GetValueDisplayName(value), value.Equals(property.Value));
                _y += 4;
                break;
            case PropertyControlType.Slider:
                DrawSlider((Int32Property)property);
                break;
            case PropertyControlType.IncrementButton:
                DrawButton(Margin, _y, Right - Margin, TextOf(control, ControlInfoPropertyNames.ButtonText));
                _y += 38;
                break;
            case PropertyControlType.LinkLabel:
                _canvas.Text(Margin, _y + 12, TextOf(control, ControlInfoPropertyNames.Description), SvgCanvas.Accent, style: "text-decoration=\"underline\"");
                _y += 24;
                break;
            default:
                throw new NotSupportedException($"There is no picture of a {control.ControlType.Value} yet.");
        }
    }

    private static string TextOf(PropertyControlInfo control, ControlInfoPropertyNames name) => control.ControlProperties[name]?.Value as string ?? "";

    private void DrawHeader(string text)
    {
        if (text.Length == 0) return;
        _canvas.Line(Margin, _y + 8, Right, _y + 8, "#d6d6d6");
        _canvas.Text(Margin, _y + 12, text, "#404040", ground: WindowColor);
        _y += 22;
    }

    private void DrawDropDown(string text)
    {
        _canvas.Rectangle(Margin + 0.5, _y + 0.5, Right - Margin - 1, 25, "#ffffff", BorderColor);
        _canvas.Text(Margin + 9, _y + 17.5, text);
        _canvas.Chevron(Right - 14, _y + 13);
        _y += 36;
    }

    private void DrawRadioButton(string text, bool isChosen)
    {
        _canvas.Circle(Margin + 7, _y + 9, 6.5, isChosen ? SvgCanvas.Accent : "#ffffff", isChosen ? SvgCanvas.Accent : SvgCanvas.Grey);
        if (isChosen) _canvas.Circle(Margin + 7, _y + 9, 3, "#ffffff");
        _canvas.Text(Margin + 21, _y + 13.5, text);
        _y += 22;
    }

    private void DrawSlider(Int32Property property)
    {
        const double BoxWidth = 58, ResetWidth = 26;
        double end = Right - BoxWidth - ResetWidth - 16;
        double thumb = Margin + 8 + ((end - Margin - 16) * (property.Value - property.MinValue) / (property.MaxValue - (double)property.MinValue));
        _canvas.Rectangle(Margin, _y + 11, end - Margin, 3, "#c9c9c9", radius: 1.5);
        if (thumb > Margin + 8) _canvas.Rectangle(Margin, _y + 11, thumb - Margin, 3, SvgCanvas.Accent, radius: 1.5);
        _canvas.Circle(thumb, _y + 12.5, 7.5, "#ffffff", BorderColor);
        _canvas.Circle(thumb, _y + 12.5, 4, SvgCanvas.Accent);
        double box = Right - BoxWidth - ResetWidth - 6;
        _canvas.Rectangle(box + 0.5, _y + 0.5, BoxWidth - 1, 24, "#ffffff", BorderColor);
        _canvas.Text(box + 9, _y + 17, property.Value.ToString(CultureInfo.InvariantCulture));
        _canvas.Rectangle(Right - ResetWidth + 0.5, _y + 0.5, ResetWidth - 1, 24, "#fdfdfd", BorderColor);
        _canvas.Text(Right - (ResetWidth / 2), _y + 17.5, "↺", SvgCanvas.Accent, "middle", style: "font-size=\"14\"");
        _y += 36;
    }

    private void DrawButton(double x, double y, double width, string text)
    {
        _canvas.Rectangle(x + 0.5, y + 0.5, width - 1, 27, "#fdfdfd", BorderColor);
        _canvas.Text(x + (width / 2), y + 18.5, text, anchor: "middle");
    }
}
