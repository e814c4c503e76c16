namespace PdnColorize.Colorization.Safetensors;

/// <summary>
/// Bounds that a safetensors file must keep. They are far above what a U-Net needs (its header is about 8 KiB) and far
/// below what could hurt: the published format allows a header of 100 MB, which is an invitation.
/// </summary>
public static class SafetensorsLimits
{
    /// <summary>Bytes of the whole file: 2 GiB.</summary>
    public const long MaximumFileBytes = 2L << 30;

    /// <summary>Bytes of the JSON header with its padding: 1 MiB.</summary>
    public const int MaximumHeaderBytes = 1 << 20;

    /// <summary>Tensors in one file.</summary>
    public const int MaximumTensors = 1024;

    /// <summary>Dimensions of one tensor.</summary>
    public const int MaximumRank = 8;

    /// <summary>Characters in a tensor's name.</summary>
    public const int MaximumNameLength = 256;

    /// <summary>Bytes of the little-endian header length that every file begins with.</summary>
    internal const int PrefixBytes = 8;

    /// <summary>
    /// Nesting of the header's JSON: the header, a tensor's description, its shape; one more so that the message is ours.
    /// </summary>
    internal const int MaximumJsonDepth = 4;
}
