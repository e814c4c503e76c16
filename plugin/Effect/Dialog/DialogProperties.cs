using PaintDotNet.PropertySystem;
using PdnColorize.Effect.Layers;
using PdnColorize.Protocol.Runtime;

namespace PdnColorize.Effect.Dialog;

/// <summary>Makes the settings that the dialog offers for a document.</summary>
internal static class DialogProperties
{
    /// <summary>Makes them.</summary>
    /// <param name="layers">Names of the document's layers from the bottom up.</param>
    /// <param name="models">The installed models, the default one first.</param>
    public static PropertyCollection Create(IReadOnlyList<string> layers, IReadOnlyList<InstalledModel> models)
    {
        // As in Paint.NET's own list of layers: the topmost first.
        string[] named = [.. Enumerable.Reverse(LayerValues.Of(layers))];
        return new PropertyCollection(new Property[]
        {
            List(AutoColorizeProperty.LineArt, [LayerChoice.Automatic, LayerChoice.Active, LayerChoice.Visible, .. named]),
            List(AutoColorizeProperty.Hints, [LayerChoice.Automatic, LayerChoice.None, .. named]),
            List(AutoColorizeProperty.Result, [Choices.Colors, Choices.ColorsWithLines, Choices.Flats]),
            List(AutoColorizeProperty.Reach, [Choices.Free, Choices.Regions]),
            List(AutoColorizeProperty.Model, [.. models.Select(model => model.Name)]),
            new Int32Property(AutoColorizeProperty.LineWidth, 0, 0, Choices.MaxLineWidth),
            new Int32Property(AutoColorizeProperty.ColorStrength, 100, 0, 100),
            new Int32Property(AutoColorizeProperty.ColorAgain, 0, 0, int.MaxValue),
            new UriProperty(AutoColorizeProperty.LogFolder, new Uri(UserFolder.Logs)),
        });
    }

    // A setting of an earlier document that this one does not have is ignored: the first choice stays.
    private static StaticListChoiceProperty List(AutoColorizeProperty name, object[] values) => new(name, values, 0, false, ValueValidationFailureResult.Ignore);
}
