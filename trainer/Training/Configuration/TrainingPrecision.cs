namespace PdnColorize.Training.Configuration;

/// <summary>What the network computes in while it is trained; weights, their averages and moments are always 32-bit.</summary>
public enum TrainingPrecision
{
    /// <summary>bfloat16 on a processor that multiplies it in hardware, which doubles the speed; else float32.</summary>
    Automatic,

    /// <summary>32-bit floating point.</summary>
    Full,

    /// <summary>16-bit floating point with float32's range.</summary>
    BFloat16,
}
