namespace PdnColorize.Effect.Layers;

/// <summary>A rectangle of the document, in pixels.</summary>
/// <param name="X">Its left column.</param>
/// <param name="Y">Its top row.</param>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Number of rows.</param>
internal readonly record struct PixelArea(int X, int Y, int Width, int Height)
{
    /// <summary>Bytes a pixel takes: blue, green, red, alpha.</summary>
    public const int BytesPerPixel = 4;

    /// <summary>The column behind the last.</summary>
    public int Right => X + Width;

    /// <summary>The row behind the last.</summary>
    public int Bottom => Y + Height;

    /// <summary>Bytes of a row without padding.</summary>
    public int RowBytes => checked(Width * BytesPerPixel);

    /// <summary>Bytes of all rows without padding.</summary>
    public int ByteCount => checked(RowBytes * Height);
}
