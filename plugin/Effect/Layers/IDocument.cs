namespace PdnColorize.Effect.Layers;

/// <summary>The user's document, as far as the effect looks at it.</summary>
internal interface IDocument
{
    /// <summary>All of it.</summary>
    PixelArea Area { get; }

    /// <summary>What encloses the selection; all of it without one.</summary>
    PixelArea Selection { get; }

    /// <summary>The layers from the bottom up.</summary>
    IReadOnlyList<ILayer> Layers { get; }

    /// <summary>Index of the layer that the result goes to.</summary>
    int ActiveLayer { get; }
}
