namespace PdnColorize.Colorization.Safetensors;

/// <summary>
/// Conversions between single precision and bfloat16. .NET 10 has <see cref="Half"/> for fp16 but no bfloat16.
/// </summary>
internal static class BrainFloat
{
    /// <summary>The bit that makes a NaN quiet, and that keeps a NaN whose upper mantissa bits are 0 from turning into infinity.</summary>
    private const ushort QuietBit = 0x0040;

    /// <summary>Rounds to nearest, ties to even, as PyTorch does. Overflow gives infinity; a NaN stays one and becomes quiet.</summary>
    public static ushort FromSingle(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        if (float.IsNaN(value))
            return (ushort)((bits >> 16) | QuietBit);
        var roundingBias = 0x7FFFu + ((bits >> 16) & 1);
        return (ushort)((bits + roundingBias) >> 16);
    }

    /// <summary>Widens to single precision; exact.</summary>
    public static float ToSingle(ushort bits) => BitConverter.UInt32BitsToSingle((uint)bits << 16);
}
