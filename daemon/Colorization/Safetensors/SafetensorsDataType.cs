namespace PdnColorize.Colorization.Safetensors;

/// <summary>
/// The element types that weight files may have. The format knows more (integers, booleans, doubles); none of them
/// belongs into a U-Net's weights, so they are refused.
/// </summary>
public enum SafetensorsDataType
{
    /// <summary>IEEE 754 binary32, 4 bytes.</summary>
    F32,

    /// <summary>IEEE 754 binary16, 2 bytes.</summary>
    F16,

    /// <summary>bfloat16, the upper half of a binary32, 2 bytes.</summary>
    BF16,
}
