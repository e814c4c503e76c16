namespace PdnColorize.Colorization.Networks;

/// <summary>What the networks compute in.</summary>
public enum NetworkPrecision
{
    /// <summary>bfloat16 on processors that multiply it in hardware, float32 elsewhere.</summary>
    Automatic,

    /// <summary>32-bit floating point.</summary>
    Full,

    /// <summary>16-bit floating point with float32's range; results differ by about 0.4 % of the range.</summary>
    BFloat16,
}
