namespace PdnColorize.PaintDotNetHost.Pictures;

/// <summary>A picture without layers.</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Number of rows.</param>
/// <param name="Pixels">Blue, green, red, alpha, each 0..255, alpha not multiplied in; rows from the top, no padding.</param>
public sealed record Picture(int Width, int Height, byte[] Pixels);
