using PdnColorize.Protocol.Messages;

namespace PdnColorize.Protocol.Tests.Messages;

/// <summary>Requests that are right, for tests to break.</summary>
internal static class Requests
{
    /// <summary>A picture of 3 x 2 whose name is one digit, 32 times.</summary>
    public static PictureBuffer Buffer(char digit) => new() { Name = new string(digit, 32), Width = 3, Height = 2, Stride = 12 };

    /// <summary>A drawing of 3 x 2 without hints.</summary>
    public static ColorizeRequest Colorize() => new() { RequestId = "r", LineArt = Buffer('a'), Result = Buffer('b') };
}
