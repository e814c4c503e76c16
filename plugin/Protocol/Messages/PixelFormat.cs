namespace PdnColorize.Protocol.Messages;

/// <summary>How a pixel lies in memory.</summary>
public enum PixelFormat
{
    /// <summary>One that this version does not know; refused.</summary>
    Unknown,

    /// <summary>Four bytes: blue, green, red, alpha, each 0..255, alpha not multiplied in. What Paint.NET and the daemon both use.</summary>
    Bgra8,
}
