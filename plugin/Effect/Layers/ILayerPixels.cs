namespace PdnColorize.Effect.Layers;

/// <summary>A layer's pixels, while they are open.</summary>
internal interface ILayerPixels : IDisposable
{
    /// <summary>Pixels in a row.</summary>
    int Width { get; }

    /// <summary>Number of rows.</summary>
    int Height { get; }

    /// <summary>A row: blue, green, red, alpha, each 0..255, alpha not multiplied in.</summary>
    /// <param name="y">Its number, from the top.</param>
    ReadOnlySpan<byte> Row(int y);
}
