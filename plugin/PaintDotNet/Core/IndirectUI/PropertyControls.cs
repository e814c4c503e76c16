using PaintDotNet.PropertySystem;

namespace PaintDotNet.IndirectUI;

/// <summary>Which controls a property can have, the usual one first, and what can be set of them.</summary>
internal static class PropertyControls
{
    public static IReadOnlyList<PropertyControlType> TypesOf(Property property) => property switch
    {
        BooleanProperty => [PropertyControlType.CheckBox, PropertyControlType.Null],
        Int32Property => [PropertyControlType.Slider, PropertyControlType.IncrementButton, PropertyControlType.ColorWheel, PropertyControlType.AngleChooser, PropertyControlType.Null],
        DoubleProperty => [PropertyControlType.Slider, PropertyControlType.AngleChooser, PropertyControlType.Null],
        StringProperty => [PropertyControlType.TextBox, PropertyControlType.FileChooser, PropertyControlType.FolderChooser, PropertyControlType.Label, PropertyControlType.Null],
        UriProperty => [PropertyControlType.LinkLabel, PropertyControlType.Null],
        StaticListChoiceProperty => [PropertyControlType.DropDown, PropertyControlType.RadioButton, PropertyControlType.Null],
        _ => throw new ArgumentException($"There is no control for {property.GetType().Name}.", nameof(property)),
    };

    public static PropertyCollection Of(Property property)
    {
        List<Property> properties =
        [
            new StringProperty(ControlInfoPropertyNames.DisplayName, property.Name),
            new StringProperty(ControlInfoPropertyNames.Description),
            new StringProperty(ControlInfoPropertyNames.Footnote),
            new BooleanProperty(ControlInfoPropertyNames.ShowHeaderLine, true),
        ];
        switch (property)
        {
            case Int32Property:
                properties.AddRange(
                [
                    new StringProperty(ControlInfoPropertyNames.ButtonText, "+"),
                    new Int32Property(ControlInfoPropertyNames.SliderSmallChange, 1),
                    new Int32Property(ControlInfoPropertyNames.SliderLargeChange, 5),
                    new Int32Property(ControlInfoPropertyNames.UpDownIncrement, 1),
                ]);
                properties.AddRange(OfSlider());
                break;
            case DoubleProperty:
                properties.AddRange(
                [
                    new DoubleProperty(ControlInfoPropertyNames.SliderSmallChange, 1),
                    new DoubleProperty(ControlInfoPropertyNames.SliderLargeChange, 5),
                    new DoubleProperty(ControlInfoPropertyNames.UpDownIncrement, 1),
                    new Int32Property(ControlInfoPropertyNames.DecimalPlaces, 2),
                    new BooleanProperty(ControlInfoPropertyNames.UseExponentialScale),
                ]);
                properties.AddRange(OfSlider());
                break;
            case StringProperty:
                properties.Add(new BooleanProperty(ControlInfoPropertyNames.Multiline));
                properties.Add(new BooleanProperty(ControlInfoPropertyNames.AllowAllFiles));
                break;
            default:
                break;
        }

        return new PropertyCollection(properties);
    }

    /// <summary>What can be set of a dialog.</summary>
    public static PropertyCollection OfWindow(string title) => new(
    [
        new StringProperty(ControlInfoPropertyNames.WindowTitle, title),
        new DoubleProperty(ControlInfoPropertyNames.WindowWidthScale, 1, 0.01, 100),
        new BooleanProperty(ControlInfoPropertyNames.WindowIsSizable),
        StaticListChoiceProperty.CreateForEnum(ControlInfoPropertyNames.WindowHelpContentType, WindowHelpContentType.None),
        new StringProperty(ControlInfoPropertyNames.WindowHelpContent),
        new BooleanProperty(ControlInfoPropertyNames.WindowShowBottomSeparatorLine, true),
    ]);

    private static IEnumerable<Property> OfSlider() =>
    [
        new BooleanProperty(ControlInfoPropertyNames.SliderShowTickMarks, true),
        new BooleanProperty(ControlInfoPropertyNames.ShowResetButton, true),
        new BooleanProperty(ControlInfoPropertyNames.RangeWraps),
        StaticListChoiceProperty.CreateForEnum(ControlInfoPropertyNames.ControlStyle, SliderControlStyle.Default),
    ];
}
