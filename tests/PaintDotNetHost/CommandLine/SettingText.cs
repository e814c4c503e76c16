using System.Globalization;
using PaintDotNet.IndirectUI;
using PaintDotNet.PropertySystem;

namespace PdnColorize.PaintDotNetHost.CommandLine;

/// <summary>Settings of a dialog as text.</summary>
internal static class SettingText
{
    /// <summary>The value of a setting that a text means. A choice goes by its value or by what the dialog shows for it.</summary>
    /// <exception cref="FormatException">It means none; the message says what would.</exception>
    public static object Parse(Property property, ControlInfo controls, string text)
    {
        object? value = property switch
        {
            StaticListChoiceProperty choice => choice.ValueChoices.FirstOrDefault(value => value.ToString() == text || Shown(controls, property, value) == text),
            Int32Property number => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int whole) && whole >= number.MinValue && whole <= number.MaxValue ? whole : null,
            DoubleProperty number => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double real) && real >= number.MinValue && real <= number.MaxValue ? real : null,
            BooleanProperty => bool.TryParse(text, out bool yes) ? yes : null,
            StringProperty => text,
            _ => null,
        };
        return value ?? throw new FormatException($"{property.Name} cannot be '{text}'; it can be {Describe(property, controls)}.");
    }

    /// <summary>What a setting can be.</summary>
    public static string Describe(Property property, ControlInfo controls) => property switch
    {
        StaticListChoiceProperty choice => string.Join(", ", choice.ValueChoices.Select(value => $"'{value}' ({Shown(controls, property, value)})")),
        Int32Property number => $"{number.MinValue} to {number.MaxValue}",
        DoubleProperty number => string.Create(CultureInfo.InvariantCulture, $"{number.MinValue} to {number.MaxValue}"),
        BooleanProperty => "true or false",
        StringProperty => "a text",
        _ => "nothing: it only shows something",
    };

    private static string? Shown(ControlInfo controls, Property property, object value) => controls.FindControlForPropertyName(property.Name)?.GetValueDisplayName(value);
}
