using PdnColorize.Protocol.Messages;

namespace PdnColorize.Client.Jobs;

/// <summary>A drawing with its colours.</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Number of rows.</param>
/// <param name="Pixels">Blue, green, red, alpha, each 0..255, alpha not multiplied in; rows from the top, no padding.</param>
/// <param name="Details">What the daemon says of the work.</param>
public sealed record ColorizedPicture(int Width, int Height, ReadOnlyMemory<byte> Pixels, ColorizeResponse Details);
