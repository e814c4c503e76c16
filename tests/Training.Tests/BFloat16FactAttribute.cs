using PdnColorize.Colorization.Devices;

namespace PdnColorize.Training.Tests;

/// <summary>A test that depends on whether the processor multiplies bfloat16: what libtorch computes without that is of no use.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BFloat16FactAttribute : FactAttribute
{
    /// <param name="supported">Whether the test is for processors that do, or for those that do not.</param>
    public BFloat16FactAttribute(bool supported = true)
    {
        Supported = supported;
        if (ComputeDevice.CpuHasBFloat16 != supported) Skip = supported ? "This processor has no bfloat16." : "This processor has bfloat16.";
    }

    /// <summary>Whether the test is for processors that do.</summary>
    public bool Supported { get; }
}
