namespace PdnColorize.Effect.Layers;

/// <summary>A layer of the user's document, as far as the effect looks at it.</summary>
internal interface ILayer
{
    /// <summary>Its name; need not be unique.</summary>
    string Name { get; }

    /// <summary>Whether it is shown.</summary>
    bool Visible { get; }

    /// <summary>0..1.</summary>
    double Opacity { get; }

    /// <summary>Whether its colours are multiplied with those below, as for lines on white paper.</summary>
    bool Multiplies { get; }

    /// <summary>Opens its pixels, which know neither of <see cref="Visible"/> nor of <see cref="Opacity"/>.</summary>
    ILayerPixels Open();
}
